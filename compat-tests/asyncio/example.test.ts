import test from 'ava';
import { exampleLines } from '../tools/example.ts';

test('the example does what it says', async (t) => {
  t.deepEqual(await exampleLines('asyncio.ts'), [
    'hello -> HELLO (in the clear)',
    'STARTTLS -> go ahead (in the clear)',
    'hello again -> HELLO AGAIN (TLS_AES_256_GCM_SHA384)',
  ]);
});
