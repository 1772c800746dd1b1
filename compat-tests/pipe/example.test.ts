import test from 'ava';
import { exampleLines } from '../tools/example.ts';

test('the example does what it says', async (t) => {
  t.deepEqual(await exampleLines('pipe.ts'), [
    "server reads 'in the clear'",
    'client: the handshake is over, TLSv1.3',
    "server reads 'encrypted'",
    'client: the layer is off',
    "server reads 'in the clear again'",
  ]);
});
