/** A JSON text of about so many bytes: orders as a shop sends them, no two items quite alike. */
export function orders(bytes: number): string {
  const items: string[] = [];
  let length = 0;
  for (let id = 0; length < bytes; id += 1) {
    const item = JSON.stringify(order(id), undefined, 2);
    items.push(item);
    length += item.length + 2;
  }
  return `{\n"note": "as sent",\n"orders": [${items.join(',\n')}]\n}`;
}

/** An example whose tree has so many fields, a hundred to an object. */
export function nestedFields(count: number): string {
  const groups = Array.from({ length: Math.ceil(count / 100) }, (_, group) => [
    `group_${group}`,
    Object.fromEntries(
      Array.from({ length: 99 }, (_, at) => [`field_${group}_${at}`, `value ${group}.${at}`]),
    ),
  ]);
  return JSON.stringify(Object.fromEntries(groups));
}

/** An example of so many fields on one level. */
export function flatFields(count: number): string {
  return JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, at) => [`field_${at}`, at])));
}

function order(id: number) {
  return {
    id,
    created: new Date(Date.UTC(2026, 0, 1, 0, 0, id)).toISOString(),
    customer: {
      name: `Customer ${id}`,
      email: `customer.${id}@example.com`,
      address: { city: 'Prague', zip: `1${id % 10}000`, geo: [50.08, 14.43] },
    },
    lines: [
      { sku: `A${id}`, quantity: 1 + (id % 3), price: 9.5, tags: ['new', 'sale'] },
      { sku: `B${id}`, quantity: 1, price: 120, ...(id % 2 === 0 ? { gift: true } : {}) },
    ],
    paid: id % 3 !== 0,
    voucher: id % 5 === 0 ? `V${id}` : null,
  };
}
