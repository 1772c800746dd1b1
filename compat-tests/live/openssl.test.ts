import { opensslPeer } from '../tools/peer-openssl.ts';
import { converse } from './conversations.ts';

converse(opensslPeer);
