/** Modifiers by name, and what their groups are called. */
export const modifiers = {
  categories: {
    text: 'Text',
    list: 'Listen',
    data: 'Daten',
    time: 'Datum und Uhrzeit',
    number: 'Zahlen',
    flow: 'Flow',
  },
  g_uppercase: { label: 'Großbuchstaben', description: 'Ein Text in Großbuchstaben.' },
  g_lowercase: { label: 'Kleinbuchstaben', description: 'Ein Text in Kleinbuchstaben.' },
  g_trim: { label: 'Leerraum entfernen', description: 'Ein Text ohne den Leerraum davor und dahinter.' },
  g_uuid4: { label: 'UUID', description: 'Eine neue zufällige Kennung (UUID Version 4).' },
  g_first: { label: 'Erstes Element', description: 'Das erste Element einer Liste.' },
  g_last: { label: 'Letztes Element', description: 'Das letzte Element einer Liste.' },
  g_length: {
    label: 'Länge',
    description: 'Wie viele Zeichen ein Text, Elemente eine Liste oder Schlüssel ein Objekt hat.',
  },
  g_jsonPath: {
    label: 'JSON Path',
    description:
      'Greift Teile eines Objekts oder einer Liste mit einer JSONPath-Abfrage (RFC 9535) heraus: den Wert, wenn die Abfrage nur einmal passen kann, sonst die Liste der Treffer.',
    arguments: { query: { label: 'Abfrage', placeholder: '$.items[?@.price > 10].name' } },
  },
  g_stringify: {
    label: 'Als JSON-Text',
    description: 'Schreibt einen Wert als JSON-Text, auf Wunsch um einige Leerzeichen eingerückt.',
    arguments: { space: { label: 'Einzug', placeholder: '2' } },
  },
  g_now: { label: 'Jetzt', description: 'Die aktuelle Zeit in UTC als Text nach ISO 8601.' },
  g_timestamp: {
    label: 'Zeitstempel',
    description: 'Die aktuelle Zeit in Millisekunden seit dem 1. Januar 1970 UTC.',
  },
  g_random: { label: 'Zufallszahl', description: 'Eine Zufallszahl von 0 bis unter 1.' },
  g_pi: { label: 'Pi', description: 'Die Zahl π.' },
  g_flowId: { label: 'Flow-ID', description: 'Die Kennung dieses Flows.' },
  g_flowName: { label: 'Name des Flows', description: 'Der Name dieses Flows.' },
  g_userId: {
    label: 'Benutzer-ID',
    description: 'Die Kennung des Benutzers, in dessen Konto dieser Flow läuft.',
  },
  g_webhookUrl: { label: 'Webhook-URL', description: 'Die URL, die diese Komponente aufruft.' },
  g_customFields: {
    label: 'Eigene Felder',
    description: 'Die eigenen Felder dieses Flows, als Objekt.',
  },
} as const;
