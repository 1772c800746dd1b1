import { cpythonPeer } from '../tools/peer-cpython.ts';
import { converse } from './conversations.ts';

converse(cpythonPeer);
