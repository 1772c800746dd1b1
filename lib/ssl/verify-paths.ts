/** Where trusted roots are by default: two environment variables, then the places that systems keep them in. */
import { kindOf } from '../host/files.ts';
import { environment, pathsIn } from '../host/modules.ts';
import { noArguments } from './keywords.ts';

const CAFILE_ENV = 'SSL_CERT_FILE';
const CAPATH_ENV = 'SSL_CERT_DIR';

/** Debian, Fedora, openSUSE, Alpine and macOS, FreeBSD. The first that is there stands for what OpenSSL has compiled in. */
const FILES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
  '/usr/local/share/certs/ca-root-nss.crt',
];
const DIRECTORIES = ['/etc/ssl/certs', '/etc/pki/tls/certs'];

/** Python's named tuple of the same name. */
export class DefaultVerifyPaths {
  /** Resolved path to a file with roots, or `null` if it does not exist. */
  readonly cafile: string | null;
  /** Resolved path to a hashed directory, or `null` if it does not exist. */
  readonly capath: string | null;
  /** The environment variable that points to such a file. */
  readonly openssl_cafile_env = CAFILE_ENV;
  /** The path that is compiled in, so to speak: where this system keeps its roots. */
  readonly openssl_cafile: string;
  /** The environment variable that points to such a directory. */
  readonly openssl_capath_env = CAPATH_ENV;
  /** As `openssl_cafile`. */
  readonly openssl_capath: string;

  constructor() {
    this.openssl_cafile = FILES.find((path) => kindOf(path) === 'file') ?? FILES[0];
    this.openssl_capath = DIRECTORIES.find((path) => kindOf(path) === 'directory') ?? DIRECTORIES[0];
    const cafile = environment(CAFILE_ENV) ?? this.openssl_cafile;
    const capath = environment(CAPATH_ENV) ?? this.openssl_capath;
    this.cafile = kindOf(cafile) === 'file' ? cafile : null;
    this.capath = kindOf(capath) === 'directory' ? capath : null;
  }
}

/** What OpenSSL looks into by default: the environment's directories, which Python's tuple knows only if they are one. */
export function defaultDirectories(): string | null {
  const listed = environment(CAPATH_ENV);
  const isThere = listed !== undefined && pathsIn(listed).some((path) => kindOf(path) === 'directory');
  return isThere ? listed : new DefaultVerifyPaths().capath;
}

/** Return paths to default cafile and capath. */
export function get_default_verify_paths(...args: []): DefaultVerifyPaths {
  noArguments('get_default_verify_paths', args);
  return new DefaultVerifyPaths();
}
