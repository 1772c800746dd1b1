/** BasicSocketTests.test_openssl111_deprecations: in a process of its own, since each text is told once. */
import test from 'ava';
import * as ssl from '../../lib/index.ts';

test('BasicSocketTests.test_openssl111_deprecations', async (t) => {
  const told: string[] = [];
  const listen = ({ name, message }: Error) => {
    if (name === 'DeprecationWarning') told.push(message);
  };
  process.on('warning', listen);
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  context.options |= ssl.OP_NO_TLSv1;
  context.options |= ssl.OP_NO_TLSv1_1;
  for (const protocol of [ssl.PROTOCOL_TLSv1, ssl.PROTOCOL_TLSv1_1, ssl.PROTOCOL_TLS])
    new ssl.SSLContext(protocol);
  for (const version of [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1]) context.minimum_version = version;
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', listen);
  t.deepEqual(told, [
    'ssl.OP_NO_SSL*/ssl.OP_NO_TLS* options are deprecated',
    'ssl.PROTOCOL_TLSv1 is deprecated',
    'ssl.PROTOCOL_TLSv1_1 is deprecated',
    'ssl.PROTOCOL_TLS is deprecated',
    'ssl.TLSVersion.TLSv1 is deprecated',
    'ssl.TLSVersion.TLSv1_1 is deprecated',
  ]);
});
