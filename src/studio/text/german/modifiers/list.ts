/** Listen. */
export const list = {
  g_first: { label: 'Erstes Element', description: 'Das erste Element einer Liste.' },
  g_last: { label: 'Letztes Element', description: 'Das letzte Element einer Liste.' },
  g_item: {
    label: 'Element',
    description: 'Das Element an einer Stelle einer Liste, ab 0 gezählt; negative Stellen zählen vom Ende.',
  },
  g_length: {
    label: 'Länge',
    description: 'Wie viele Zeichen ein Text, Elemente eine Liste oder Schlüssel ein Objekt hat.',
  },
  g_slice: {
    label: 'Teil der Liste',
    description:
      'Die Elemente von einer Stelle bis zu einer anderen; gezählt wird ab 0, negative Stellen zählen vom Ende.',
  },
  g_join: {
    label: 'Verbinden',
    description: 'Die Elemente einer Liste als ein Text mit einem Trennzeichen dazwischen.',
  },
  g_reverse: { label: 'Umkehren', description: 'Eine Liste oder ein Text vom Ende zum Anfang.' },
  g_append: { label: 'Anhängen', description: 'Eine Liste mit einem weiteren Element am Ende.' },
  g_prepend: { label: 'Voranstellen', description: 'Eine Liste mit einem weiteren Element am Anfang.' },
  g_without: {
    label: 'Ohne Wert',
    description: 'Eine Liste ohne die Elemente, die einen bestimmten Wert haben.',
  },
  g_compact: {
    label: 'Leere Elemente entfernen',
    description: 'Eine Liste ohne Elemente, die nichts oder ein leerer Text sind.',
  },
  g_flatten: {
    label: 'Verschachtelung auflösen',
    description:
      'Eine Liste, in der die Elemente der inneren Listen an deren Stelle stehen, so viele Ebenen tief.',
  },
  g_chunk: {
    label: 'Portionen',
    description: 'Eine Liste aus Listen mit je so vielen Elementen; die letzte kann kürzer sein.',
  },
  g_indexOfItem: {
    label: 'Stelle des Elements',
    description: 'Wo ein Wert zuerst in einer Liste steht, ab 0 gezählt; -1, wenn er nicht vorkommt.',
  },
  g_randomItem: { label: 'Zufälliges Element', description: 'Ein zufällig gewähltes Element einer Liste.' },
  g_shuffle: { label: 'Mischen', description: 'Eine Liste in zufälliger Reihenfolge.' },
  g_minItem: {
    label: 'Element mit dem kleinsten Wert',
    description: 'Das Element einer Liste, dessen Feld am kleinsten ist.',
  },
  g_maxItem: {
    label: 'Element mit dem größten Wert',
    description: 'Das Element einer Liste, dessen Feld am größten ist.',
  },
  g_map: {
    label: 'Feld herausgreifen',
    description: 'Die Liste dessen, was jedes Element in einem Feld hat.',
  },
  g_filter: { label: 'Filtern', description: 'Die Elemente einer Liste, deren Feld eine Bedingung erfüllt.' },
  g_find: {
    label: 'Element finden',
    description: 'Das erste Element einer Liste, dessen Feld eine Bedingung erfüllt.',
  },
  g_count: {
    label: 'Elemente zählen',
    description: 'Wie viele Elemente einer Liste ein Feld haben, das eine Bedingung erfüllt.',
  },
  g_sort: {
    label: 'Sortieren',
    description:
      'Die Elemente einer Liste geordnet, für sich oder nach einem Feld; Zahlen nach Größe, Texte wie im Wörterbuch.',
  },
  g_unique: {
    label: 'Ohne Wiederholungen',
    description: 'Die Elemente einer Liste ohne solche, die sich wiederholen, für sich oder nach einem Feld.',
  },
  g_groupBy: {
    label: 'Gruppieren',
    description: 'Ein Objekt mit einer Liste von Elementen für jeden Wert eines Feldes.',
  },
  g_countBy: {
    label: 'Gruppen zählen',
    description: 'Ein Objekt mit der Anzahl der Elemente für jeden Wert eines Feldes.',
  },
  g_keyBy: {
    label: 'Nach Schlüssel',
    description: 'Ein Objekt mit dem letzten Element für jeden Wert eines Feldes.',
  },
  g_sum: {
    label: 'Summe',
    description: 'Die Summe der Zahlen in einer Liste oder in einem Feld ihrer Elemente; nichts zählt als 0.',
  },
  g_average: {
    label: 'Durchschnitt',
    description: 'Der Mittelwert der Zahlen in einer Liste oder in einem Feld ihrer Elemente.',
  },
  g_min: {
    label: 'Kleinste Zahl',
    description: 'Die kleinste Zahl in einer Liste oder in einem Feld ihrer Elemente.',
  },
  g_max: {
    label: 'Größte Zahl',
    description: 'Die größte Zahl in einer Liste oder in einem Feld ihrer Elemente.',
  },
  g_concat: {
    label: 'Listen aneinanderhängen',
    description: 'Eine Liste, gefolgt von den Elementen einer anderen.',
  },
  g_union: {
    label: 'Vereinigung',
    description: 'Die Elemente einer Liste und die einer anderen, jedes einmal.',
  },
  g_intersection: {
    label: 'In beiden Listen',
    description: 'Die Elemente einer Liste, die auch in einer anderen stehen.',
  },
  g_difference: {
    label: 'Nicht in anderer Liste',
    description: 'Die Elemente einer Liste, die nicht in einer anderen stehen.',
  },
} as const;
