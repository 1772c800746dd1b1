/** The tests of trio's `SSLStream` and anyio's `TLSStream`: where each is ported, or why it is not. */
export type Parity = { readonly ported: string } | { readonly reason: string };

const TRIO: Parity = { ported: 'ssl-stream.test.ts' };
const ANYIO: Parity = { ported: 'anyio.test.ts' };
const RENEGOTIATION: Parity = { reason: 'renegotiation is refused, as OpenSSL does by default' };
const NPN: Parity = { reason: 'NPN is not implemented; Python answers None' };

export const parity: Readonly<Record<'trio' | 'anyio', Readonly<Record<string, Parity>>>> = {
  trio: {
    test_PyOpenSSLEchoStream_gives_resource_busy_errors: { reason: 'about a tool of those tests alone' },
    test_ssl_client_basics: TRIO,
    test_ssl_server_basics: TRIO,
    test_attributes: TRIO,
    test_full_duplex_basics: TRIO,
    test_renegotiation_simple: RENEGOTIATION,
    test_renegotiation_randomized: RENEGOTIATION,
    test_resource_busy_errors: TRIO,
    test_wait_writable_calls_underlying_wait_writable: TRIO,
    test_checkpoints: { reason: "about trio's scheduler; every await is a checkpoint here" },
    test_send_all_empty_string: TRIO,
    test_SSLStream_generic: TRIO,
    test_unwrap: TRIO,
    test_closing_nice_case: TRIO,
    test_send_all_fails_in_the_middle: TRIO,
    test_ssl_over_ssl: TRIO,
    test_ssl_bad_shutdown: TRIO,
    test_ssl_bad_shutdown_but_its_ok: TRIO,
    test_ssl_handshake_failure_during_aclose: TRIO,
    test_ssl_only_closes_stream_once: TRIO,
    test_ssl_https_compatibility_disagreement: TRIO,
    test_https_mode_eof_before_handshake: TRIO,
    test_send_error_during_handshake: TRIO,
    test_receive_error_during_handshake: TRIO,
    test_selected_alpn_protocol_before_handshake: TRIO,
    test_selected_alpn_protocol_when_not_set: TRIO,
    test_selected_npn_protocol_before_handshake: NPN,
    test_selected_npn_protocol_when_not_set: NPN,
    test_get_channel_binding_before_handshake: TRIO,
    test_get_channel_binding_after_handshake: TRIO,
    test_getpeercert: TRIO,
    test_SSLListener: TRIO,
  },
  anyio: {
    test_send_receive: ANYIO,
    test_unicode_hostname_idna2008: ANYIO,
    test_receive_invalid_max_bytes: ANYIO,
    test_extra_attributes: ANYIO,
    test_unwrap: ANYIO,
    test_alpn_negotiation: ANYIO,
    test_ragged_eofs: ANYIO,
    test_ragged_eof_on_receive: ANYIO,
    test_receive_send_after_eof: ANYIO,
    test_send_eof_not_implemented: {
      reason: 'here one way can be closed alone (RFC 8446 section 6.1): closing `writable` does it',
    },
    test_default_context_ignore_unexpected_eof_flag_off: ANYIO,
    test_truststore_ssl: ANYIO,
    'TestTLSListener.test_handshake_fail': ANYIO,
    'TestTLSListener.test_extra_attributes': ANYIO,
    test_tls_connectable: {
      reason: 'anyio opens its connections itself; here a pair of streams is handed in',
    },
  },
};
