import type { Translation } from '../../../flow/messages/sentences.ts';
import type { inspectorEnglish } from '../english/inspector.ts';

export const inspector = {
  label: 'Bezeichnung',
  flow: {
    title: 'Einstellungen des Flows',
    hint: 'Wählen Sie eine Komponente aus, um ihr Ereignis zu benennen, ihre Felder auszufüllen und Variablen der Schritte davor zu verwenden.',
    concurrency: 'Gleichzeitige Läufe, höchstens',
    concurrencyNote:
      'Weitere Läufe warten, bis einer davon endet oder schläft. Bei denen, die eine Vorlage aktivieren, zählt es für jeden einzeln.',
    asManyAsCome: 'So viele, wie kommen',
    concurrencyWrong: 'Eine ganze Zahl von 1 bis {{most}}, oder nichts für so viele, wie kommen.',
    order: 'Reihenfolge der Ereignisse',
    orderNote:
      'Ereignisse mit demselben Wert laufen nacheinander. Ein späteres wartet auch auf ein früheres, das schläft.',
    orderedBy: 'nach {{path}}',
    noOrder: 'ohne Reihenfolge',
  },
  several: {
    title: '{{what}} ausgewählt',
    text: 'Wählen Sie eine aus, um sie einzurichten. Zusammen können Sie sie verschieben, duplizieren und löschen.',
  },
  inputs: {
    notConnected: 'Verbinden Sie diese Komponente, um ihre Felder auszufüllen.',
    from: 'Eingabe von',
    fromHint: 'Jede ankommende Verbindung füllt die Felder auf ihre eigene Weise.',
    sender: '{{component}} ({{port}})',
  },
  variable: {
    use: 'Variable verwenden',
    useFor: 'Variable für {{field}} verwenden',
    variablesFor: 'Variablen für {{field}}',
    fixed: 'Festen Wert verwenden',
  },
  field: {
    choose: 'Auswählen',
    clear: 'Leeren',
    nothingFound: 'Nichts gefunden',
    copy: '{{field}} kopieren',
    add: 'Hinzufügen',
  },
  pair: {
    name: 'Name',
    value: 'Wert',
    numbered: '{{word}} {{number}}',
    valueOf: '{{word}} {{number}} von {{field}}',
    remove: '{{pair}} entfernen',
    removeAs: '{{word}}: {{pair}}',
  },
  rows: {
    row: '{{field}}, Zeile {{number}}',
    condition: '{{field}}, Bedingung {{number}}',
    removeRow: '{{field}}, Zeile {{number}} entfernen',
    removeCondition: '{{field}}, Bedingung {{number}} entfernen',
    and: 'und',
    or: 'oder',
    addAnd: 'Und',
    addOr: 'Oder',
    addCondition: 'Bedingung hinzufügen',
    startAnew: 'Durch Zeilen ersetzen',
  },
  source: { loading: 'Wird geladen', retry: 'Erneut versuchen' },
  event: {
    nameHint: 'Muss genau übereinstimmen, auch in Groß- und Kleinschreibung; 1 bis 200 Zeichen.',
    fields: 'Gefundene Felder',
    firstFields: 'Aufgeführt sind die ersten {{shown}}. Die Suche der Variablenauswahl findet alle.',
    reading: 'Das Beispiel wird gelesen',
    noExample:
      'Fügen Sie das JSON ein, das Ihre Anwendung sendet: Seine Felder werden in den folgenden Schritten zu Variablen.',
    noJson: 'Sobald das Beispiel gültiges JSON ist, stehen hier seine Felder.',
    noFields: 'Das Beispiel hat keine eigenen Felder; danach lässt es sich als Ganzes verwenden.',
    send: 'Dieses Ereignis senden',
    language: 'Sprache',
    copySdk: 'Den SDK-Aufruf kopieren',
    copyCurl: 'Den curl-Befehl kopieren',
    token: 'Wird mit dem Zugriffstoken des Benutzers gesendet, dessen Flows starten sollen.',
  },
  webhook: {
    automation: {
      title: 'Gut für Automationen',
      text: 'Diese URL gehört nur zu diesem Flow. Bei einer Integrationsvorlage bekommt jede aktivierte Instanz eine eigene URL: Starten Sie Vorlagen stattdessen mit einem App-Ereignis.',
    },
    integration: {
      title: 'Jede aktivierte Integration bekommt eine eigene URL',
      text: 'Die URL oben gehört zu diesem Entwurf. Jeder Benutzer, der die Vorlage aktiviert, bekommt eine andere, die Ihre Anwendung nicht kennt. Starten Sie Vorlagen stattdessen mit einem App-Ereignis.',
    },
  },
} as const satisfies Translation<typeof inspectorEnglish>;
