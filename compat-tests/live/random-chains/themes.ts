import type { CertificateDefects } from '../../tools/make-certificate.ts';
import type { Dice, Place, Theme } from './dice.ts';
import { formsDefects, formsExtensions } from './forms.ts';
import { hostsExtensions, hostsSubject } from './hosts.ts';
import { listsExtensions } from './lists.ts';
import { namesExtensions, namesSubject } from './names.ts';
import { policiesExtensions } from './policies.ts';

/** What a theme does to a certificate, besides the usual. */
interface ThemeParts {
  extensions(place: Place, dice: Dice): Uint8Array[];
  /** The leaf's subject. */
  subject?(dice: Dice): string;
  defects?(place: Place, dice: Dice): CertificateDefects;
  /** Flags of OpenSSL's that matter to it, and are set every other time. */
  readonly flags?: number;
}

export const themeParts: Readonly<Record<Theme, ThemeParts>> = {
  plain: { extensions: () => [] },
  names: { extensions: namesExtensions, subject: namesSubject },
  policies: { extensions: policiesExtensions, flags: 0x780 },
  lists: { extensions: (_, dice) => listsExtensions(dice), flags: 0x3000 },
  hosts: { extensions: hostsExtensions, subject: hostsSubject },
  forms: { extensions: formsExtensions, defects: formsDefects },
};
