/** What a runner's flags say that a connection shall be. */
import { readFileSync } from 'node:fs';
import * as ssl from 'pyssl';
import { protocols } from './context.ts';
import type { Flags } from './flags.ts';
import { CURVES, SCHEMES, VERSIONS } from './numbers.ts';

export class Expectations {
  readonly #flags: Flags;
  readonly #isResumption: boolean;
  #serverName: string | null | undefined;
  #offered: readonly string[] | undefined;

  constructor(context: ssl.SSLContext, flags: Flags, isResumption: boolean) {
    this.#flags = flags;
    this.#isResumption = isResumption;
    if (!flags.has('server')) return;
    if (flags.has('expect-server-name') || flags.has('expect-no-server-name'))
      context.sni_callback = (_object, name) => {
        this.#serverName = name;
        return null;
      };
    if (flags.has('expect-advertised-alpn'))
      context.client_hello_callback = (_object, hello) => {
        this.#offered = hello.alpn_protocols;
        return null;
      };
  }

  /** Throws where a connection that has shaken hands is not so. */
  check(object: ssl.SSLObject): void {
    const flags = this.#flags;
    const isServer = flags.has('server');
    const expect = (what: string, actual: unknown, wanted: unknown): void => {
      if (actual !== wanted) throw new Error(`${what} is ${actual}, not ${wanted}`);
    };
    const version = flags.number('expect-version');
    if (version !== undefined)
      expect('the version', VERSIONS[object.version() as keyof typeof VERSIONS], version);
    const curve = flags.number('expect-curve-id');
    if (curve !== undefined) expect('the group', object.group(), CURVES[curve]);
    const scheme = flags.number('expect-peer-signature-algorithm');
    if (scheme !== undefined && !object.session_reused)
      expect('the scheme', isServer ? object.client_sigalg() : object.server_sigalg(), SCHEMES[scheme]);
    const protocol = flags.text('expect-alpn');
    if (protocol !== undefined) expect('the protocol', object.selected_alpn_protocol() ?? '', protocol);
    if (flags.has('decline-alpn')) expect('the protocol', object.selected_alpn_protocol(), null);
    const advertised = flags.text('expect-advertised-alpn');
    if (advertised !== undefined)
      expect('what was offered', this.#offered?.join(), protocols(advertised).join());
    const name = flags.text('expect-server-name');
    if (name !== undefined) expect('the name', this.#serverName, name);
    if (flags.has('expect-no-server-name')) expect('the name', this.#serverName ?? null, null);
    const staple = flags.bytes('expect-ocsp-response');
    if (staple !== undefined && !object.session_reused)
      expect('the staple', hex(object.ocsp_response), hex(staple));
    if (flags.has('expect-no-peer-cert')) expect('the certificate', object.getpeercert(true), null);
    const chain = flags.text('expect-peer-cert-file');
    if (chain !== undefined)
      expect('the chain', object.get_unverified_chain().map(hex).join(), certificates(chain));
    const isReused = this.#isResumption && !flags.has('expect-session-miss');
    expect('going on with a session', object.session_reused === true, isReused);
  }
}

const hex = (bytes: Uint8Array | null): string =>
  bytes === null ? 'none' : Buffer.from(bytes).toString('hex');

function certificates(file: string): string {
  const pem =
    readFileSync(file, 'latin1').match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  return pem.map((each) => hex(ssl.PEM_cert_to_DER_cert(each))).join();
}
