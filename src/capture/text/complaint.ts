const COMPLAINT =
  /\b(?:does ?n'?o?t|do ?n'?o?t|did ?n'?o?t|ca ?n'?(?:no)?t|could ?n'?t|is ?n'?t|was ?n'?t|wo ?n'?t|would ?n'?t|not|un?able|fail(?:s|ed|ing|ure|ures)?|errors?|exceptions?|refus\w+|reject\w+|drop(?:s|ped|ping)|disconnect(?:s|ed|ing|ion|ions)|re-?connecting|stuck|hangs?|never|timed out|times out|blocked|broken?|breaks?|crash\w*|lost|los(?:e|es|ing)|unstable|kick(?:s|ed)|(?:go|goes|went|going) offline|interrupts|slow to|unavailable|wrong|invalid|empty (?:reply|response)|close[sd] (?:the|immediately|at once|unexpectedly|by)|problems?|issues?|stop(?:s|ped)? (?:work|receiv|respond|connect)\w+|unexpected\w*|denied|unauthori[sz]ed|forbidden|missing|without (?:success|any response)|removed?|too (?:large|long|big|many|slow)|blocks?|delayed|aborts?|kills?|constantly|endless(?:ly)?|infinite|dies|dying|garbled|ignored|nothing|no (?:events?|messages?|responses?|answers?|callbacks?|handlers?) (?:is|are|was|were|ever|comes?|came|arrives?|gets?|fires?)|unreachable|without success|no longer|please wait|keeps? loading|load(?:s|ing) forever|(?:is|are) always (?:false|undefined|null|empty|logged_in))\b/i;

/** The same in the languages that people write their issues in beside English. */
const COMPLAINT_ELSEWHERE =
  /连接不上|连不上|无法连接|不能连接|连接失败|失败|报错|断开|断线|掉线|不成功|没有?反应|不起作用|收不到|接続でき|エラー|切断|실패|안\s?됩니다|않는|오류|끊|문제|no funciona|no se conecta|no (me )?conecta|n[ãa]o (funciona|conecta|consigo)|no puedo|ne (fonctionne|marche) pas|impossible de|funktioniert nicht|keine verbindung|не работает|не подключ|ошибк|отключ|çalışmıyor|bağlanm/i;

/** Words that logs and settings hold where all is well. */
const PEACEFUL =
  /\b(?:no|0|zero|without) (?:errors?|issues?|problems?|exceptions?|failures?)\b|\bon\(['"]?(?:error|connect_error|disconnect|close)|not (?:a |an )?(?:problem|issue)|errors?["']?\s*[:=]\s*(?:0|null|none|false|\[\])|will timeout after|\bwas not authenticated/gi;

/** What a client says that was told to stop. */
const MEANT =
  /io client disconnect|client namespace disconnect|before stop\(\) was called|stopped during negotiation|interrupted while the page was loading|reconnected successfully|Connection Close (?:Count|Reason)\b.{0,60}\bNormal\b/i;

/** An end that was meant, by its close code; with a word of complaint beside it, nobody meant it. */
const CLOSED_WELL = /\bclos\w{0,4}\b.{0,40}\b100[01]\b/i;

/** Words of somebody for whom it works, or of a log that tells so. */
const CONTENT =
  /\bsuccess(?:ful|fully)?\b|\bworks? (?:fine|well|great|perfectly|now)\b(?! (?:on|in|from|at|over|with|without|when|if|for|through|via|locally|until|before|as long)\b)|\b(?:web ?socket|socket|client|transport|connection|hub) (?:is |has been |was )?(?:connected|established|opened|started)\b|\bconnected (?:to|with)\b|\b(?:application|server|service) started\b|\blistening (?:on|at)\b|switching protocols|\b200 OK\b|\bHTTP\/[\d.]{1,3}"? (?:[\w:/?=&.-]{1,300} - )?(?:101|200|204)\b|\bRequest finished\b.{0,300} - (?:101|200|204)\b|\bstatus=(?:101|200|204)\b|\/\+?\d{1,9} (?:101|200|204) \+?\d{1,12} \S{1,60} \S{1,60} ---- /i;

/** Does a line tell that all is well? */
export function isContent(line: string): boolean {
  return CONTENT.test(line) || MEANT.test(line) || CLOSED_WELL.test(line) || QUIET_LOG.test(line.slice(0, 200));
}

/**
 * A line of a healthy client's debug output, or of a server's log at its lower levels. `debug` writes the time passed behind
 * a line on a terminal, and the time of day before it into a file.
 */
const QUIET_LOG =
  /^(?:\S{0,40}\s){0,4}(?:info|debug|dbug|trce|trace|verbose|information)\b[:\] ]|^(?:socket\.io|engine).{1,190} \+\d+m?s$|^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z (?:socket\.io|engine)/i;

/** Does a line, in a person's words or a log's, say that something does not work? */
export function complains(line: string): boolean {
  if (QUIET_LOG.test(line.slice(0, 200)) || MEANT.test(line)) return false;
  return COMPLAINT.test(line.replace(PEACEFUL, " ")) || COMPLAINT_ELSEWHERE.test(line);
}
