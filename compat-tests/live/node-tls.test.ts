import { nodePeer } from '../tools/peer-node.ts';
import { converse } from './conversations.ts';

converse(nodePeer);
