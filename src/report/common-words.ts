/** Words of which names of routes, cookies and headers are made everywhere; a customer's or a person's name is none of them. */
const COMMON = new Set(
  `a about accept access account action active activity added address admin after age agent ai alert all allow alt amz
  analytic analytics and angular announcement answer anti antiforgery api app application apps arr asset assistant async
  aspnet aspnetcore at attendance auction audio audit auth authentication authenticate authenticated authorization
  authorize authorized authority auto azure b2b b2c back backend background bad balance banner base basket batch beacon
  before beta bid billing blazor blob blog board booking bot bridge broadcast browser bundle bus business button by cache
  calendar call callback camera campaign can cancel cancelled card care cart case catalog catalogue category cdn central
  cf ch challenge change changed channel chart chat check checkout chunk circuit class classic clear click client clock
  close closed cloud cluster code collab collaboration collaborative collection command comment common company component
  config configuration confirm connect connected connection consent console contact content context control controller
  cookie cookies core correlation cors count counter country course create created credentials crm cross csp csrf culture
  currency current cursor custom customer dash dashboard data database date day debug default delete deleted delivery demo
  deploy deployment desk desktop dest detail dev device devices diagnostics digest direct disconnect disconnected disposition
  dist dns document documentation documents doc docs domain dotnet download draft draw drive driver duplex echo edge edit editor
  element email embed embedder employee en encoding end endpoint energy engine entity env envoy error etag event events
  example exception exchange exists exit expires expose export ext extended extension external factory fail failed fastly
  feature feed feedback fetch field file files filter finance find first fix flag fleet flow fly folder for form forum
  forwarded frame framework friend from front frontend func function game gateway general generic get global google gpc
  graph graphql grid group guest gzip handler handle handshake has headers header health healthy healthz heartbeat hello help
  helpdesk history home hook host hosted hotel house how hr html http https hub hubs id identity idle if image images
  import in inbox index info init input insight insights instance int integration interest internal inventory invite
  invoice invoke io iot ip is issue item java javascript job join joined js json keep kernel key kitchen lambda
  lang language last latest layout lb leaderboard leave left legacy length level lib library license licence life like limit
  line link list listen live load loading loadbalancer lobby local locale location lock log logger logging login logon
  logout long loop machine mail main maintenance manage management manager map market match max media meeting member memory
  menu message messages messaging meta method metrics metric microservice middleware min mobile mod mode model moderator module
  monitor monitoring move moved ms multi music my name named native nav nel negotiate net network new news next nf no node
  nodejs none not note notes notification notifications notify npm number oauth oauth2 object of offer office offline
  ok old on online only open opener operation operations operator option options or order orders org organization origin other out
  output overview owner packet page panel parent parking part partner party password path patient pay payment people
  performance permission permissions permitted person phone photo ping pipeline place plain plan plant platform play player plugin
  point policies policy poll polling pong pool port portal position post powered prefetch preference preferences prefs presence
  preview price prices pricing print priority private prod process processing product production profile progress project
  prompt property proto protection protocol provider proxy pub public publish published pull purpose push python query question
  queue quick quiz quote race range rate ray raw reaction reactions read reader ready real realtime receive received record
  recording redirect ref refer referer referrer refresh region register registration relay release reload remaining remember remote
  remove removed render replay reply report reporting repository req request requested require reservation reset resource
  response rest restart result results resume retry return review ride right robots role room rooms root route router row rpc run
  runtime said sale sales same sample sandbox save saved say scale scan schedule scheduler scheme school score screen script
  search seat sec section secure security select sell send sender sensor sent serve served server serverless service services
  sess session sid set settings setting setup share shared ship shipment shop shopping shot show side sign signal signaling signalr
  signin signout signup silent simple single site size sla slide slot smart sms snapshot social socket socketio sockets
  source space span speech sport sql src sse ssl sso staff stage staging start started stat state static statistics stats status
  sticky stock stomp stop storage store story stream streaming strict string student studio style sub submit submitted subscribe
  subscribed subscriber subscription success summary support survey switch sync system table tab tag target task tasks tcp te
  teacher team technician telemetry template tenant tenants term terminal test tests text the theme thread ticket tickets tile time timeline
  timeout timer timing timestamp title tmp to today token tool top topic total trace tracker tracking track trade trading traffic
  trailer train transaction transfer transport travel trigger trip trust tunnel turn type typing tz ua ui unauthorized under
  unit unread unsubscribe up upd update updated updates upgrade upload upstream uri url usage use user username users util utils
  value values vary vehicle vendor vercel verification verify version via video view viewer viewers visit visitor vite voice vote votes
  vue wait waiting wallet warehouse warning watch weather web webapi webapp webhook webhooks webpack webpubsub webrtc websocket
  websockets webtransport week welcome whiteboard widget wiki window wire with work worker workflow workspace world write ws
  wss www x xhr xml xsrf xss year you your zone`
    .trim()
    .split(/\s+/),
);

/** Is the whole of it made of such words ("notificationHub", "chat-room", "X-Request-Id")? At most two digits at a word's end. */
export function areCommonWords(name: string): boolean {
  const inCamelCase = name.replace(/([a-z\d])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, "$1$3 $2");
  return [name, inCamelCase].some((spelling) => wordsIn(spelling).every(isCommon)) && /[a-z]/i.test(name);
}

function wordsIn(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[\s._:-]+/)
    .map((word) => word.replace(/\d{1,2}$/, ""))
    .filter(Boolean);
}

function isCommon(word: string): boolean {
  return isListed(word) || isTwoListed(word);
}

function isListed(word: string): boolean {
  return COMMON.has(word) || (word.endsWith("s") && COMMON.has(word.slice(0, -1)));
}

/** With the "s" of a plural. */
const LONGEST = 1 + Math.max(...[...COMMON].map(({ length }) => length));

/** "chathub": two words that nobody told apart. Cutting what is too long for two would take time by the square of its length. */
function isTwoListed(word: string): boolean {
  if (word.length > 2 * LONGEST) return false;
  for (let cut = 3; cut <= word.length - 3; cut += 1)
    if (isListed(word.slice(0, cut)) && isListed(word.slice(cut))) return true;
  return false;
}
