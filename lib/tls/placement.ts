import { extensionNumbers } from '../wire/registries.ts';
import { fault } from './faults.ts';

/**
 * RFC 8446 section 4.2: an extension that we know, in a message that it is not specified for, ends the handshake. One
 * that nobody here knows is for the message's own rules to judge: requests and tickets may carry it, answers may not.
 */
export function refuseMisplaced(order: readonly string[] | undefined, places: readonly string[]): void {
  for (const name of order ?? []) {
    if (name in extensionNumbers && !places.includes(name)) throw fault('misplacedExtension', name);
  }
}

/** The rows of that section's table, as far as nothing else decides what may be there. */
export const PLACES = {
  serverHello: ['supported_versions', 'key_share', 'pre_shared_key'],
  helloRetryRequest: ['supported_versions', 'key_share', 'cookie'],
  encryptedExtensions: [
    'server_name',
    'supported_groups',
    'application_layer_protocol_negotiation',
    'early_data',
  ],
  certificate: ['status_request', 'signed_certificate_timestamp'],
  certificateRequest: [
    'status_request',
    'signature_algorithms',
    'signed_certificate_timestamp',
    'certificate_authorities',
    'oid_filters',
    'signature_algorithms_cert',
  ],
  newSessionTicket: ['early_data'],
} as const satisfies Record<string, readonly (keyof typeof extensionNumbers)[]>;
