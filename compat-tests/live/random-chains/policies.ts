import { context, integer, sequence } from '../../tools/der-writer.ts';
import { certificatePolicies, extension, policyMappings } from '../../tools/make-certificate.ts';
import type { Dice, Place } from './dice.ts';

const [P1, P2, ANY] = ['1.2.3.4', '1.2.3.5', '2.5.29.32.0'];

/** Policies, mappings and constraints, which cross each other. */
export function policiesExtensions({ leaf }: Place, dice: Dice): Uint8Array[] {
  const list: Uint8Array[] = [];
  const policies = dice.pick(
    [],
    [P1],
    [P1],
    [P1, P2],
    [ANY],
    [P1, ANY],
    [P2],
    dice.chance(10) ? [P1, P1] : [P1],
  );
  if (policies.length > 0) list.push(certificatePolicies(...policies));
  const mappings = dice.pick<[string, string][]>(
    [],
    [],
    [],
    [[P1, P2]],
    [
      [P1, P2],
      [P2, P1],
    ],
    [
      [P1, P1],
      [P1, P2],
    ],
  );
  if (dice.sometimes(25, 'anyPolicy is mapped')) mappings.push(dice.pick([ANY, P1], [P1, ANY]));
  if (mappings.length > 0 && (!leaf || dice.chance(8))) list.push(policyMappings(...mappings));
  const constraint = (number: number) =>
    dice.chance(5) ? [context(number, 'primitive', Uint8Array.of(dice.pick(0, 0, 1, 2)))] : [];
  const constraints = [...constraint(0), ...constraint(1)];
  if (constraints.length > 0 || dice.sometimes(40, 'empty policy constraints'))
    list.push(extension('2.5.29.36', dice.chance(2), sequence(...constraints)));
  if (dice.chance(6)) list.push(extension('2.5.29.54', dice.chance(2), integer(dice.pick(0, 0, 1, 2))));
  dice.tell(
    `policies ${policies.join(' ')}, mapped ${mappings.join(' ')}, ${constraints.length} constraints`,
  );
  return list;
}
