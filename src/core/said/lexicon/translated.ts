/**
 * Windows and .NET speak the language that they are installed in. These are the sentences that people paste most, in
 * German, French, Spanish, Italian, Portuguese, Russian and Chinese.
 */
export const TRANSLATED = {
  refused:
    /Zielcomputer die Verbindung verweigerte|ordinateur cible l.a expressément refusée|equipo de destino denegó expresamente|rifiuto persistente del computer di destinazione|máquina de destino (as )?recusou ativamente|конечный компьютер отверг|目标计算机积极拒绝/i,
  certificate:
    /Remotezertifikat .{0,80}ungültig|SSL-Verbindung konnte nicht hergestellt werden|certificat distant n.est pas valide|connexion SSL n.a pas pu être établie|certificado remoto no es válido|no se pudo establecer la conexión SSL|certificato .{0,40}non è valid[ao]|impossibile stabilire la connessione SSL|certificado remoto é inválido|conexão SSL não pôde ser estabelecida|Удаленный сертификат недействителен|SSL-подключение не может быть установлено|远程证书无效|无法建立 ?SSL ?连接/i,
  unknownHost:
    /Der angegebene Host ist unbekannt|Hôte inconnu|Host desconocido|Host non? conosciuto|Este host não é conhecido|Этот хост неизвестен|不知道这样的主机/i,
};

/** One pattern of two. */
export function either(one: RegExp, other: RegExp): RegExp {
  return new RegExp(`${one.source}|${other.source}`, "i");
}
