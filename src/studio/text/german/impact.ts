import type { Translation } from '../../../flow/messages/sentences.ts';
import type { impactEnglish } from '../english/impact.ts';

export const impact = {
  dialog: {
    title: '1 Eingabe würde ihren Wert verlieren|{{count}} Eingaben würden ihren Wert verlieren',
    about:
      '{{change}}: Wählen Sie, womit sie stattdessen gefüllt wird. „Rückgängig“ nimmt alles in einem Schritt zurück.|{{change}}: Wählen Sie, womit sie stattdessen gefüllt werden. „Rückgängig“ nimmt alles in einem Schritt zurück.',
    noChoice:
      '{{change}}: Es gibt nichts anderes, womit sie gefüllt werden könnte.|{{change}}: Es gibt nichts anderes, womit sie gefüllt werden könnten.',
    remap: 'Anwenden und {{count}} neu zuordnen',
    without: 'Ohne Zuordnung anwenden',
  },
  notice: {
    title: '1 Eingabe hat ihr Feld verloren|{{count}} Eingaben haben ihr Feld verloren',
    about: 'Im Beispiel fehlt, womit sie gefüllt wird.|Im Beispiel fehlt, womit sie gefüllt werden.',
    remap: '{{count}} neu zuordnen',
    keep: 'So lassen',
  },
  looking: 'Auswirkungen der Änderung werden geprüft …',
  notMade: 'Die Änderung wurde nicht ausgeführt',
  notLookedAt: 'Was durch das Beispiel verloren geht, ließ sich nicht feststellen: {{reason}}',
  list: 'Verlorene Variablen',
  lost: {
    component: 'Die Komponente wird entfernt',
    order: 'Steht nicht mehr davor',
    port: 'Der Ausgang fehlt',
    field: 'Das Feld fehlt',
    type: 'Anderer Typ, den die Eingabe nicht annimmt',
  },
  usedIn: 'Verwendet in',
  place: '{{component}} › {{field}}',
  placeInRow: '{{component}} › {{field}}, Zeile {{row}}',
  variable: '{{component}} › {{variable}}',
  goTo: 'Zu {{place}}',
  instead: 'Anstelle von {{variable}}',
  nothing: 'Nicht zuordnen',
  nothingLike: 'Nichts Ähnliches gefunden',
  proposed: 'Vorschläge',
  others: 'Andere Felder',
  candidate: '{{variable}}: {{why}}',
  why: {
    value: 'gleicher Wert',
    name: 'gleicher Name',
    shape: 'gleicher Aufbau',
    place: 'gleiche Stelle',
  },
  renamed: {
    title: 'Dieser Flow läuft und wartet auf „{{current}}“',
    about:
      'Sobald Sie den neuen Namen übernehmen, startet ihn kein Ereignis „{{current}}“ mehr, sondern „{{next}}“.',
    nameless: 'Er braucht den Namen eines Ereignisses.',
    last: 'Zuletzt kam „{{name}}“ am {{time}}.',
    never: 'In letzter Zeit kam kein „{{name}}“.',
    take: 'Neuen Namen übernehmen',
    leave: '„{{current}}“ beibehalten',
  },
  published: {
    title: 'Die veröffentlichte Vorlage wartet auf ein anderes Ereignis',
    kept: '„{{template}}“ bleibt bei „{{published}}“, bis Sie erneut veröffentlichen.',
    active:
      '1 aktive Integration bleibt auch danach dabei.|{{count}} aktive Integrationen bleiben auch danach dabei.',
    thereafter:
      'Was danach aktiviert wird, wartet auf „{{draft}}“; Ihre Anwendung muss dann auch dieses senden. Was über die Daten von „{{published}}“ bekannt ist, bleibt erhalten.',
    lost: 'Eine Zuordnung der veröffentlichten Version funktioniert in dieser nicht mehr: {{places}}.|{{count}} Zuordnungen der veröffentlichten Version funktionieren in dieser nicht mehr: {{places}}.',
    lostMore: 'Und eine weitere.|Und {{count}} weitere.',
    lostMapping: '{{place}} ({{variable}})',
    untouched:
      'Die veröffentlichte Vorlage „{{template}}“ bleibt, wie sie ist, bis Sie erneut veröffentlichen.',
    activeUntouched:
      '1 aktive Integration bleibt, wie sie ist.|{{count}} aktive Integrationen bleiben, wie sie sind.',
  },
} as const satisfies Translation<typeof impactEnglish>;
