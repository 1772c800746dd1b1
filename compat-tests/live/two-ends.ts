/** A client and a server over four BIOs, as steps of a transcript: the contexts are `c` and `s`, the objects `client` and `server`. */
import { call, make, move, name, type Step, type Value } from './transcript.ts';

/** Objects over new BIOs; what `wrap_bio` is told of the client, and which context the server's is. */
export const objects = (keywords: { [key: string]: Value } = {}, server = 's'): Step[] => [
  ...['c-in', 'c-out', 's-in', 's-out'].map((as) => make('MemoryBIO', [], as)),
  call(
    'c',
    'wrap_bio',
    [name('c-in'), name('c-out')],
    { server_hostname: 'localhost', ...keywords },
    'client',
  ),
  call(server, 'wrap_bio', [name('s-in'), name('s-out'), true], {}, 'server'),
];

/** One flight each way, so many times over. */
export const flights = (rounds = 3): Step[] =>
  Array.from({ length: rounds }, () => [
    call('client', 'do_handshake'),
    move('c-out', 's-in'),
    call('server', 'do_handshake'),
    move('s-out', 'c-in'),
  ]).flat();
