/** Makes an element: properties are assigned, the rest becomes its children (texts stay texts). */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}
