import { notifications } from '@mantine/notifications';
import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { deepLinkText as text } from '../../text/english/deep-link.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';

const member = 'component';

/**
 * `?component=<id>` names the selected component: opening such an address selects it and brings it into sight, and the
 * address follows the selection. It makes no entries in the browser's history.
 */
export function useComponentInUrl(): void {
  const store = useDocumentStore();
  const { fitView } = useReactFlow();
  const only = useDocument(({ selection }) => (selection.length === 1 ? selection[0] : undefined));
  // Before the canvas has its size and has shown the whole flow, it would do so after us.
  const ready = useStore((canvas) => canvas.width > 0 && !canvas.fitViewQueued);
  const opened = useRef(false);

  useEffect(() => {
    if (!ready || opened.current) return;
    opened.current = true;
    const id = new URLSearchParams(location.search).get(member);
    if (id === null) return;
    const state = store.getState();
    if (!Object.hasOwn(state.descriptor, id)) {
      setInUrl(undefined);
      notifications.show({
        title: text('gone.title'),
        message: text('gone.text'),
        color: 'orange',
        withBorder: true,
      });
      return;
    }
    state.select([id]);
    void fitView({ nodes: [{ id }], maxZoom: 1, duration: 0 });
  }, [ready, store, fitView]);

  useEffect(() => {
    if (opened.current) setInUrl(only);
  }, [only]);
}

function setInUrl(id: string | undefined): void {
  const url = new URL(location.href);
  if (url.searchParams.get(member) === (id ?? null)) return;
  if (id === undefined) url.searchParams.delete(member);
  else url.searchParams.set(member, id);
  history.replaceState(history.state, '', url);
}
