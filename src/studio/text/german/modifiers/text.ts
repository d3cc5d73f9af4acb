/** Texte und Muster. */
export const text = {
  g_trim: { label: 'Leerraum entfernen', description: 'Ein Text ohne den Leerraum davor und dahinter.' },
  g_collapseSpaces: {
    label: 'Leerzeichen zusammenfassen',
    description:
      'Ein Text mit einzelnen Leerzeichen statt Zeilenumbrüchen, Tabulatoren und mehreren Leerzeichen.',
  },
  g_replace: {
    label: 'Ersetzen',
    description: 'Ein Text, in dem ein anderer überall oder nur an der ersten Stelle ersetzt ist.',
  },
  g_substring: {
    label: 'Teil des Textes',
    description:
      'Die Zeichen von einer Stelle bis zu einer anderen; gezählt wird ab 0, negative Stellen zählen vom Ende.',
  },
  g_truncate: {
    label: 'Kürzen',
    description: 'Ein Text, auf eine Anzahl von Zeichen gekürzt, die Endung mitgezählt.',
  },
  g_padStart: {
    label: 'Vorn auffüllen',
    description: 'Ein Text, vorn auf eine Anzahl von Zeichen aufgefüllt.',
  },
  g_padEnd: {
    label: 'Hinten auffüllen',
    description: 'Ein Text, hinten auf eine Anzahl von Zeichen aufgefüllt.',
  },
  g_prefix: { label: 'Davorsetzen', description: 'Ein Text, vor dem ein anderer steht.' },
  g_suffix: { label: 'Dahintersetzen', description: 'Ein Text, hinter dem ein anderer steht.' },
  g_removePrefix: {
    label: 'Am Anfang entfernen',
    description: 'Ein Text ohne einen anderen, mit dem er beginnt.',
  },
  g_removeSuffix: {
    label: 'Am Ende entfernen',
    description: 'Ein Text ohne einen anderen, mit dem er endet.',
  },
  g_repeat: { label: 'Wiederholen', description: 'Ein Text mehrmals hintereinander.' },
  g_stripHtml: { label: 'HTML entfernen', description: 'Der Text eines HTML-Fragments ohne die Tags.' },
  g_removeAccents: {
    label: 'Akzente entfernen',
    description: 'Ein Text mit einfachen Buchstaben statt solchen mit Akzenten.',
  },
  g_uppercase: { label: 'Großbuchstaben', description: 'Ein Text in Großbuchstaben.' },
  g_lowercase: { label: 'Kleinbuchstaben', description: 'Ein Text in Kleinbuchstaben.' },
  g_capitalize: {
    label: 'Großer Anfangsbuchstabe',
    description: 'Ein Text, dessen erster Buchstabe großgeschrieben ist.',
  },
  g_titleCase: {
    label: 'Wörter groß',
    description: 'Ein Text, in dem jedes Wort mit einem Großbuchstaben beginnt.',
  },
  g_camelCase: { label: 'Camel Case', description: 'Die Wörter eines Textes als ein Name: firstName.' },
  g_snakeCase: {
    label: 'Snake Case',
    description: 'Die Wörter eines Textes mit Unterstrichen dazwischen: first_name.',
  },
  g_kebabCase: {
    label: 'Kebab Case',
    description: 'Die Wörter eines Textes mit Bindestrichen dazwischen: first-name.',
  },
  g_slug: {
    label: 'Slug',
    description: 'Ein Text als Teil einer URL: einfache Kleinbuchstaben, Ziffern und Bindestriche.',
  },
  g_split: { label: 'Aufteilen', description: 'Die Liste der Teile eines Textes zwischen Trennzeichen.' },
  g_lines: { label: 'Zeilen', description: 'Die Liste der Zeilen eines Textes, die nicht leer sind.' },
  g_words: { label: 'Wörter', description: 'Die Liste der Wörter eines Textes.' },
  g_textBefore: {
    label: 'Text davor',
    description:
      'Was vor der ersten Stelle eines anderen Textes steht; der ganze Text, wenn er nicht vorkommt.',
  },
  g_textAfter: {
    label: 'Text dahinter',
    description:
      'Was hinter der ersten Stelle eines anderen Textes steht; ein leerer Text, wenn er nicht vorkommt.',
  },
  g_textBetween: {
    label: 'Text dazwischen',
    description: 'Was zwischen zwei Texten steht; nichts, wenn sie nicht vorkommen.',
  },
  g_indexOf: {
    label: 'Stelle des Textes',
    description: 'Wo ein anderer Text zuerst steht, ab 0 gezählt; -1, wenn er nicht vorkommt.',
  },
  g_countText: { label: 'Text zählen', description: 'Wie oft ein anderer Text in einem Text steht.' },
  g_startsWith: { label: 'Beginnt mit', description: 'Wahr, wenn ein Text mit einem anderen beginnt.' },
  g_endsWith: { label: 'Endet mit', description: 'Wahr, wenn ein Text mit einem anderen endet.' },
  g_uuid4: { label: 'UUID', description: 'Eine neue zufällige Kennung (UUID Version 4).' },
  g_regex: {
    label: 'Mit Muster finden',
    description:
      'Der erste Treffer eines regulären Ausdrucks: seine erste Gruppe oder die genannte; nichts ohne Treffer.',
  },
  g_regexAll: {
    label: 'Alle mit Muster finden',
    description:
      'Die Liste aller Treffer eines regulären Ausdrucks: von jedem die erste Gruppe oder die genannte.',
  },
  g_regexTest: {
    label: 'Passt zum Muster',
    description: 'Wahr, wenn ein regulärer Ausdruck irgendwo in einem Text passt.',
  },
  g_regexReplace: {
    label: 'Mit Muster ersetzen',
    description:
      'Ein Text, in dem alle Treffer eines regulären Ausdrucks ersetzt sind; $1 oder $<name> steht für eine Gruppe, $& für den Treffer.',
  },
  g_regexSplit: {
    label: 'Mit Muster aufteilen',
    description: 'Die Liste der Teile eines Textes zwischen den Treffern eines regulären Ausdrucks.',
  },
} as const;
