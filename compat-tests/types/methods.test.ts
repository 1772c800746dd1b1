/** The calls of methods.ts, made; and whether they are of every function and method that Python's module has. */
import test from 'ava';
import { whereListed } from '../ssl/surface.ts';
import { right, wrong } from './methods.ts';

for (const [name, call] of Object.entries(right))
  test(`compiles, and is no TypeError: ${name}`, (t) => {
    try {
      call();
      t.pass();
    } catch (error) {
      t.false(error instanceof TypeError, (error as Error).message);
    }
  });

for (const [name, call] of Object.entries(wrong))
  test(`does not compile, and is a TypeError: ${name}`, (t) => {
    t.throws(call, { instanceOf: TypeError });
  });

whereListed('every function and method is among them', (t, { functions, classes }) => {
  const called = Object.keys(right).map((title) => title.split(',')[0]);
  for (const name of Object.keys(functions)) t.true(called.includes(name), name);
  for (const Class of ['MemoryBIO', 'SSLContext', 'SSLObject'])
    for (const [member, { kind }] of Object.entries(classes[Class].members))
      if (kind === 'method' && !member.startsWith('_'))
        t.true(called.includes(`${Class}.${member}`), `${Class}.${member}`);
});
