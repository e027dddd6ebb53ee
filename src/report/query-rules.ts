/** Query parameters of the protocols whose values say what was asked for and never who asked; compared as written. */
export const HARMLESS_QUERY: Readonly<Record<string, RegExp>> = {
  /** Also names that no server knows: what was asked for is why it was refused. */
  transport:
    /^(?:polling|websockets?|webtransport|webSockets|serverSentEvents|longPolling|foreverFrame|flashsocket|htmlfile|(?:xhr|jsonp)(?:-polling)?|sse|ws|tcp|udp)$/,
  EIO: /^\d$/,
  b64: /^(?:1|true)$/,
  j: /^\d$/,
  negotiateVersion: /^-?\d{1,2}(?:\.\d{1,2})?$/,
  useStatefulReconnect: /^(?:true|false)$/i,
  clientProtocol: /^\d(?:\.\d{1,2})?$/,
  "api-version": /^\d{4}-\d{2}-\d{2}(?:-preview)?$/,
  webpubsub_mode: /^(?:sendToGroup)$/,
  response_type: /^(?:code|token|id_token)(?: (?:code|token|id_token))*$/,
  response_mode: /^(?:query|fragment|form_post)$/,
};

/** Where an address stands within an address. */
export const ADDRESS_QUERY = /^(?:ReturnUrl|redirect_uri|redirect_url|next|continue|asrs\.op)$/i;

/** Names that stay though their values go: that they were there is evidence. */
export const KNOWN_QUERY =
  /^(?:id|sid|pid|t|_|tid|hub|group|code|state|nonce|scope|client_id|client_secret|connectionToken|connectionData|connectionId|messageId|groupsToken|access_token|id_token|refresh_token|token|auth|apikey|api_key|key|sig|asrs[\w.]*|awps_[\w]+|user|userId|username|email|password)$/i;
