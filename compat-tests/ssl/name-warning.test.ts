import test from 'ava';
import * as ssl from '../../lib/index.ts';

test('a client that checks names and is given none is warned of it, once', async (t) => {
  const warnings: Error[] = [];
  const listen = (warning: Error) => {
    if (warning.name === 'UserWarning') warnings.push(warning);
  };
  process.on('warning', listen);
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  const wrap = (keywords: object) => context.wrap_bio(new ssl.MemoryBIO(), new ssl.MemoryBIO(), keywords);
  wrap({ server_hostname: 'localhost' });
  wrap({});
  wrap({});
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', listen);
  t.deepEqual(
    warnings.map(({ message }) => message),
    ['check_hostname is set, but without server_hostname no name will be checked'],
  );
});
