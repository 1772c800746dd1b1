import { goPeer } from '../tools/peer-go.ts';
import { converse } from './conversations.ts';

converse(goPeer);
