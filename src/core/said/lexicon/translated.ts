/**
 * Windows, .NET and Firefox speak the language that they are installed in. These are the sentences that people paste most, in
 * German, French, Spanish, Italian, Portuguese, Russian and Chinese; Firefox's also in Japanese. The numbers are those of
 * Windows' sockets, which stand beside the words in every language.
 */
export const TRANSLATED = {
  refused:
    /Zielcomputer die Verbindung verweigerte|ordinateur cible l.a expressément refusée|equipo de destino denegó expresamente|rifiuto persistente del computer di destinazione|máquina de destino (as )?recusou ativamente|конечный компьютер отверг|目标计算机积极拒绝|\b(WinError|system:|os error) ?10061\b/i,
  certificate:
    /Remotezertifikat .{0,80}ungültig|Zertifizierungsstelle ist ungültig|autorité de certification .{0,20}(non valide|incorrecte)|autorità del certificato non è valida|SSL-Verbindung konnte nicht hergestellt werden|certificat distant n.est pas valide|connexion SSL n.a pas pu être établie|certificado remoto no es válido|no se pudo establecer la conexión SSL|certificato .{0,40}non è valid[ao]|impossibile stabilire la connessione SSL|certificado remoto é inválido|conexão SSL não pôde ser estabelecida|Удаленный сертификат недействителен|SSL-подключение не может быть установлено|远程证书无效|无法建立 ?SSL ?连接/i,
  unknownHost:
    /Der angegebene Host ist unbekannt|Hôte inconnu|kein solcher Host|\b(WinError|system:|os error) ?11001\b|Host desconocido|Host non? conosciuto|Este host não é conhecido|Этот хост неизвестен|不知道这样的主机/i,
  corsNoAllowOrigin:
    /(CORS.{0,20}|entête |en-tête )['"‘“«] ?Access-Control-Allow-Origin ?['"’”»]?.{0,14}(fehlt|manquant|mancante|足りない|ない|欠落)|(falta|缺少|отсутствует|fehlt|manque|manca|ausente).{0,30}['"‘“«] ?Access-Control-Allow-Origin/i,
  corsNoCredentials:
    /(true|« ?true ?»)['"’”»]?.{0,30}(erwartet|attendu|esperad[oa]|atteso|期望|ожида\w*).{0,40}Access-Control-Allow-Credentials|(erwartet|attendu|se esper\w+|esperad[oa]|atteso|期望|ожида\w*).{0,20}true.{0,40}Access-Control-Allow-Credentials/i,
  corsBlocked:
    /Quellübergreifende .{0,20}Anfrage blockiert|Blocage d.une requête multi-?origines?|Solicitud desde otro origen bloqueada|Richiesta multi-?origine .{0,20}bloccata|Requisição cross-origin bloqueada|Запрос из постороннего источника заблокирован|已(拦截|阻止)跨源请求|クロスオリジン要求をブロック/i,
};

/** One pattern of two. */
export function either(one: RegExp, other: RegExp): RegExp {
  return new RegExp(`${one.source}|${other.source}`, "i");
}
