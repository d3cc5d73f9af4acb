import { message } from '../messages/message.ts';
import { own, without } from '../record.ts';
import { sameValue } from '../same-value.ts';
import { updateNode, type Operation } from './operation.ts';

/** Sets one property; `undefined` removes it. `title` is what people call it. */
export function setProperty(options: {
  componentId: string;
  name: string;
  value: unknown;
  title?: string;
}): Operation {
  const { componentId, name, value } = options;
  return {
    name: message('operation.change', { field: options.title ?? name }),
    apply: (descriptor) =>
      updateNode(descriptor, componentId, (node) => {
        const properties = node.config?.properties ?? {};
        if (sameValue(own(properties, name), value)) return node;
        const changed = value === undefined ? without(properties, name) : { ...properties, [name]: value };
        return { ...node, config: { ...node.config, properties: changed } };
      }),
  };
}
