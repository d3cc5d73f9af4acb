/** Zahlen. */
export const number = {
  g_random: { label: 'Zufallszahl', description: 'Eine Zufallszahl von 0 bis unter 1.' },
  g_pi: { label: 'Pi', description: 'Die Zahl π.' },
  g_add: { label: 'Addieren', description: 'Eine Zahl plus eine andere.' },
  g_sub: { label: 'Subtrahieren', description: 'Eine Zahl minus eine andere.' },
  g_mul: { label: 'Multiplizieren', description: 'Eine Zahl mal eine andere.' },
  g_div: { label: 'Dividieren', description: 'Eine Zahl geteilt durch eine andere.' },
  g_mod: { label: 'Rest', description: 'Was übrig bleibt, wenn man eine Zahl durch eine andere teilt.' },
  g_pow: { label: 'Potenz', description: 'Eine Zahl mehrmals mit sich selbst multipliziert.' },
  g_sqrt: { label: 'Quadratwurzel', description: 'Die Quadratwurzel einer Zahl.' },
  g_abs: { label: 'Betrag', description: 'Eine Zahl ohne ihr Vorzeichen.' },
  g_negate: { label: 'Vorzeichen wechseln', description: 'Eine Zahl mit dem anderen Vorzeichen.' },
  g_round: {
    label: 'Runden',
    description: 'Eine Zahl, auf Nachkommastellen gerundet, Hälften von null weg.',
  },
  g_floor: {
    label: 'Abrunden',
    description: 'Die größte Zahl mit so vielen Nachkommastellen, die nicht über einer Zahl liegt.',
  },
  g_ceil: {
    label: 'Aufrunden',
    description: 'Die kleinste Zahl mit so vielen Nachkommastellen, die nicht unter einer Zahl liegt.',
  },
  g_trunc: {
    label: 'Nachkommastellen abschneiden',
    description: 'Eine Zahl ohne das, was hinter so vielen Nachkommastellen steht.',
  },
  g_clamp: { label: 'Begrenzen', description: 'Eine Zahl, zwischen eine kleinste und eine größte gebracht.' },
  g_sign: { label: 'Vorzeichen', description: '1 für eine Zahl über null, -1 für eine darunter, sonst 0.' },
  g_formatNumber: {
    label: 'Zahl formatieren',
    description: 'Eine Zahl als Text, wie man sie in einer Sprache schreibt.',
  },
  g_formatCurrency: {
    label: 'Betrag formatieren',
    description: 'Eine Zahl als Geldbetrag, wie man ihn in einer Sprache schreibt.',
  },
  g_formatPercent: { label: 'Prozent formatieren', description: 'Ein Anteil in Prozent: 0,25 sind 25 %.' },
  g_formatBytes: { label: 'Bytes formatieren', description: 'Eine Anzahl von Bytes, wie man sie liest.' },
  g_toFixed: {
    label: 'Feste Nachkommastellen',
    description: 'Eine Zahl als einfacher Text mit genau so vielen Nachkommastellen.',
  },
} as const;
