/** Kodierungen und Hashwerte. */
export const encoding = {
  g_base64Encode: { label: 'Base64 kodieren', description: 'Ein Text in Base64.' },
  g_base64Decode: { label: 'Base64 dekodieren', description: 'Der Text, den Base64 oder Base64url nennt.' },
  g_base64UrlEncode: {
    label: 'Base64url kodieren',
    description: 'Ein Text in Base64url, wie er in URLs und Tokens steht.',
  },
  g_base64UrlDecode: { label: 'Base64url dekodieren', description: 'Der Text, den Base64url nennt.' },
  g_hexEncode: {
    label: 'Hexadezimal kodieren',
    description: 'Die Bytes eines Textes als hexadezimale Ziffern.',
  },
  g_hexDecode: {
    label: 'Hexadezimal dekodieren',
    description: 'Der Text, dessen Bytes hexadezimale Ziffern nennen.',
  },
  g_urlEncode: {
    label: 'Für URL kodieren',
    description:
      'Ein Text als Teil einer URL, oder eine ganze URL, in der kodiert ist, was nicht darin stehen darf.',
  },
  g_urlDecode: { label: 'Aus URL dekodieren', description: 'Der Text, den ein Teil einer URL nennt.' },
  g_toQueryString: {
    label: 'In Query-String',
    description: 'Ein Objekt als Query einer URL; eine Liste ergibt ihren Schlüssel mehrmals.',
  },
  g_parseQueryString: {
    label: 'Query-String lesen',
    description:
      'Das Objekt, das die Query einer URL nennt; ein Schlüssel, der sich wiederholt, hat eine Liste.',
  },
  g_htmlEscape: { label: 'Für HTML maskieren', description: 'Ein Text, den HTML so zeigt, wie er ist.' },
  g_htmlUnescape: {
    label: 'Aus HTML',
    description: 'Ein Text mit den üblichen benannten oder nummerierten Entitäten von HTML als Zeichen.',
  },
  g_jsonEscape: {
    label: 'Für JSON maskieren',
    description: 'Ein Text, wie er zwischen den Anführungszeichen von JSON steht.',
  },
  g_xmlEscape: { label: 'Für XML maskieren', description: 'Ein Text, den XML so enthält, wie er ist.' },
  g_sha256: { label: 'SHA-256', description: 'Der Hashwert eines Textes nach SHA-256.' },
  g_sha512: { label: 'SHA-512', description: 'Der Hashwert eines Textes nach SHA-512.' },
  g_sha1: { label: 'SHA-1', description: 'Der Hashwert eines Textes nach SHA-1.' },
  g_md5: { label: 'MD5', description: 'Der Hashwert eines Textes nach MD5.' },
  g_hmacSha256: {
    label: 'HMAC-SHA-256',
    description: 'Die Signatur eines Textes nach HMAC-SHA-256 mit einem Schlüssel.',
  },
  g_hmacSha1: {
    label: 'HMAC-SHA-1',
    description: 'Die Signatur eines Textes nach HMAC-SHA-1 mit einem Schlüssel.',
  },
} as const;
