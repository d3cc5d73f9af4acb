/** Von einer Art Wert zur anderen, und was der Flow weiß. */
export const data = {
  g_jsonPath: {
    label: 'JSON Path',
    description:
      'Greift Teile eines Objekts oder einer Liste mit einer JSONPath-Abfrage (RFC 9535) heraus: den Wert, wenn die Abfrage nur einmal passen kann, sonst die Liste der Treffer.',
  },
  g_stringify: {
    label: 'Als JSON-Text',
    description: 'Schreibt einen Wert als JSON-Text, auf Wunsch um einige Leerzeichen eingerückt.',
  },
  g_parse: {
    label: 'JSON lesen',
    description: 'Der Wert, den ein JSON-Text nennt; was kein Text ist, bleibt, wie es ist.',
  },
  g_toText: { label: 'In Text', description: 'Ein Wert als Text: ein Objekt oder eine Liste als JSON.' },
  g_toNumber: { label: 'In Zahl', description: 'Die Zahl, die ein Text nennt; wahr ist 1, falsch ist 0.' },
  g_toBoolean: {
    label: 'In wahr oder falsch',
    description: 'Wahr für yes, true, on und 1, falsch für no, false, off, 0 und einen leeren Text.',
  },
  g_toList: {
    label: 'In Liste',
    description: 'Eine Liste mit dem Wert als Element; eine Liste bleibt, wie sie ist.',
  },
  g_parseUrl: {
    label: 'URL zerlegen',
    description: 'Die Teile einer URL als Objekt: protocol, host, path, query, fragment.',
  },
  g_emailDomain: {
    label: 'Domain der Adresse',
    description: 'Die Domain einer E-Mail-Adresse oder URL in Kleinbuchstaben; nichts, wenn es keine gibt.',
  },
  g_template: {
    label: 'Vorlage ausfüllen',
    description: 'Ein Text, in dem {name} für ein Feld des Objekts oder der Liste steht.',
  },
  g_parseCsv: {
    label: 'CSV lesen',
    description: 'Die Zeilen einer CSV-Tabelle als Objekte mit den Namen der ersten Zeile oder als Listen.',
  },
  g_toCsv: { label: 'In CSV', description: 'Eine Liste von Objekten oder Listen als CSV-Tabelle.' },
  g_javascript: {
    label: 'JavaScript',
    description:
      'Was JavaScript aus dem Wert macht: ein Ausdruck oder eine Funktion von value oder Zeilen mit return. Es erreicht nichts anderes und hat eine Zehntelsekunde.',
  },
  g_flowId: { label: 'Flow-ID', description: 'Die Kennung dieses Flows.' },
  g_flowName: { label: 'Name des Flows', description: 'Der Name dieses Flows.' },
  g_userId: {
    label: 'Benutzer-ID',
    description: 'Die Kennung des Benutzers, in dessen Konto dieser Flow läuft.',
  },
  g_webhookUrl: { label: 'Webhook-URL', description: 'Die URL, die diese Komponente aufruft.' },
  g_customFields: { label: 'Eigene Felder', description: 'Die eigenen Felder dieses Flows, als Objekt.' },
} as const;
