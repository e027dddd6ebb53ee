const DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2}[ -](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT$/;
/** Bytes or seconds; a longer one may be somebody's. */
const NUMBER = /^\d{1,8}$/;
const METHODS =
  /^(?:\*|(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE))(?:\s*,\s*(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE)){0,9}$/i;
const MEDIA = String.raw`(?:\*\/\*|(?:text|application|image|audio|video|font|multipart)\/(?:\*|html|plain|css|javascript|x-javascript|json|problem\+json|xml|xhtml\+xml|event-stream|octet-stream|x-www-form-urlencoded|form-data|apng|avif|webp|png|jpeg|gif|svg\+xml|signed-exchange|x-msgpack|vnd\.msgpack|woff2?))`;
const PARAMETERS = String.raw`(?:\s*;\s*(?:charset=["']?(?:utf-?8|us-ascii|iso-8859-1|windows-125\d|utf-16)["']?|q=[\d.]{1,5}|v=b3))*`;
const MEDIA_LIST = new RegExp(`^${MEDIA}${PARAMETERS}(?:\\s*,\\s*${MEDIA}${PARAMETERS})*$`, "i");
const CODINGS = /^(?:(?:gzip|deflate|br|zstd|identity|chunked|\*)(?:;q=[\d.]{1,5})?(?:\s*,\s*|$))+$/i;
const DIRECTIVES =
  /^(?:(?:no-cache|no-store|no-transform|must-revalidate|proxy-revalidate|public|private|immutable|only-if-cached|(?:s-)?max-age=-?\d{1,8}|stale-(?:while-revalidate|if-error)=\d{1,8})(?:\s*,\s*|$))+$/i;
const PRODUCT = String.raw`(?:nginx|openresty|Apache|Microsoft-IIS|Microsoft-HTTPAPI|Microsoft-Azure-Application-Gateway|Kestrel|cloudflare|envoy|istio-envoy|Caddy|haproxy|gunicorn|Werkzeug|uvicorn|daphne|Express|awselb|CloudFront|Varnish|lighttpd|Jetty|Tomcat|Python|CPython|aiohttp|TornadoServer|PHP|ASP\.NET|AkamaiGHost|Google Frontend|GitHub\.com|AmazonS3|Netlify|Vercel|gws|GSE|ECS|Azure-Cdn|Next\.js|vegur|Cowboy|Heroku)`;
const PRODUCTS = new RegExp(
  String.raw`^${PRODUCT}(?:\/[\d.]{1,12})?(?:(?: |, )(?:${PRODUCT}(?:\/[\d.]{1,12})?|\((?:Ubuntu|Debian|CentOS|Win64|Unix|Red Hat Enterprise Linux)\)))*$`,
  "i",
);
const FETCH =
  /^(?:empty|document|iframe|websocket|script|worker|cors|no-cors|navigate|same-origin|same-site|cross-site|none|\?1)$/;
const BRANDS =
  /^(?:"(?:Not[^"A]{0,2}A[^"B]{0,2}Brand|Chromium|Google Chrome|Microsoft Edge|HeadlessChrome|Opera|Brave)";\s*v="\d{1,3}"(?:,\s*|$))+$/;
const SYSTEM = String.raw`(?:X11|Wayland|Linux|Linux x86_64|Linux aarch64|Ubuntu|Windows NT \d{1,2}\.\d|Win64|WOW64|x64|Macintosh|Intel Mac OS X [\d_.]{2,10}|iPhone|iPad|CPU (?:iPhone )?OS [\d_]{1,8} like Mac OS X|Android \d{1,2}|K|Mobile|U|en-US|rv:\d{1,3}\.\d{1,2})`;
const AGENT = new RegExp(
  String.raw`^Mozilla/5\.0 \(${SYSTEM}(?:; ${SYSTEM})*(?:; )?\)(?: (?:AppleWebKit|Gecko|Chrome|HeadlessChrome|Safari|Firefox|Edg|OPR|Version|Mobile|Electron)(?:/[\dE.]{1,16})?| \(KHTML, like Gecko\))*$`,
);

/** Headers whose values may stay as far as they are of this form; names in lower case. Any other value becomes a label. */
export const HARMLESS_HEADERS: Readonly<Record<string, RegExp>> = {
  accept: MEDIA_LIST,
  "accept-encoding": CODINGS,
  "accept-language":
    /^[a-z]{2,3}(?:-[A-Z]{2})?(?:;q=[\d.]{1,4})?(?:,\s?(?:[a-z]{2,3}(?:-[A-Z]{2})?|\*)(?:;q=[\d.]{1,4})?){0,8}$/,
  "accept-ranges": /^(?:bytes|none)$/,
  "access-control-allow-credentials": /^(?:true|false)$/i,
  "access-control-allow-methods": METHODS,
  "access-control-max-age": NUMBER,
  "access-control-request-method": METHODS,
  age: NUMBER,
  allow: METHODS,
  "cache-control": DIRECTIVES,
  connection: /^(?:(?:keep-alive|close|upgrade|te)(?:\s*,\s*|$))+$/i,
  "content-encoding": CODINGS,
  "content-length": NUMBER,
  "content-type": MEDIA_LIST,
  date: DATE,
  dnt: /^[01]$/,
  expires: /^(?:-1|0)$|^[MTWFS][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  "keep-alive": /^(?:(?:timeout|max)=\d{1,5}(?:,\s*|$))+$/,
  "last-modified": DATE,
  pragma: /^no-cache$/i,
  priority: /^u=\d(?:, ?i)?$/,
  "retry-after": /^\d{1,6}$|^[MTWFS][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  "sec-ch-ua": BRANDS,
  "sec-ch-ua-mobile": /^\?[01]$/,
  "sec-ch-ua-platform": /^"(?:Linux|Windows|macOS|Android|iOS|Chrome OS)"$/,
  "sec-fetch-dest": FETCH,
  "sec-fetch-mode": FETCH,
  "sec-fetch-site": FETCH,
  "sec-fetch-user": FETCH,
  "sec-websocket-extensions":
    /^(?:(?:permessage-deflate|client_max_window_bits|server_max_window_bits|client_no_context_takeover|server_no_context_takeover)(?:=\d{1,2})?(?:\s*[;,]\s*|$))+$/,
  "sec-websocket-version": /^\d{1,2}$/,
  server: PRODUCTS,
  "transfer-encoding": CODINGS,
  "upgrade-insecure-requests": /^1$/,
  upgrade: /^(?:websocket|h2c)$/i,
  "user-agent": AGENT,
  "x-content-type-options": /^nosniff$/i,
  "x-powered-by": PRODUCTS,
  "x-requested-with": /^XMLHttpRequest$/,
  "x-signalr-user-agent":
    /^Microsoft SignalR\/\d{1,2}\.\d{1,2}(?: \(\d{1,2}\.\d{1,2}\.\d{1,4}(?:-[a-z]{2,9}\.[\d.]{1,9})?; (?:Unknown OS|Windows NT|Windows|Linux|macOS|iOS|Android|FreeBSD)?; (?:Browser|NodeJS|\.NET|Java|Swift); (?:Unknown Runtime(?: Version)?|(?:\.NET )?[\d.]{1,12})(?:; Unknown Runtime Version)?\))?$/,
  ":method": METHODS,
  ":scheme": /^https?$/,
  ":status": /^\d{3}$/,
};

/** Lists of headers' names. */
export const NAME_LISTS = /^(?:access-control-(?:allow|expose|request)-headers|vary)$/;
export const ORIGIN_HEADERS = /^(?:origin|access-control-allow-origin)$/;
export const HOST_HEADERS = /^(?:host|:authority)$/;
export const URL_HEADERS = /^(?:location|referer|content-location|:path)$/;
