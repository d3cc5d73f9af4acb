import {
  type Connection,
  type Edge,
  type FinalConnectionState,
  type IsValidConnection,
  useReactFlow,
} from '@xyflow/react';
import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { checkConnection } from '../../../flow/connection.ts';
import { type Link, sameLink } from '../../../flow/graph.ts';
import { connect } from '../../../flow/operations/connect.ts';
import { disconnect } from '../../../flow/operations/disconnect.ts';
import type { Operation } from '../../../flow/operations/operation.ts';
import { reconnect } from '../../../flow/operations/reconnect.ts';
import { catalogue } from '../../catalogue.ts';
import { canvasText as text } from '../../text/english/canvas.ts';
import { say } from '../../text/say.ts';
import { useDocumentStore } from '../document/document-context.ts';
import type { DocumentStore } from '../document/document-store.ts';
import { applyConfirmed } from '../impact/confirm-impact.ts';
import { notifyUndoable } from '../notify-undoable.tsx';
import { useCanvasStore } from './canvas-context.ts';
import { pickingByDrop } from './drop-on-pane.ts';
import { linkOfId } from './link-id.ts';
import { withoutMoving } from './without-moving.ts';
import { linkByDrop, linkOfConnection } from './link-of-connection.ts';

/** Drawing, moving and detaching links; stable handlers for React Flow. */
export function useConnecting() {
  const store = useDocumentStore();
  const canvas = useCanvasStore();
  const { getInternalNode, screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    const descriptor = () => store.getState().descriptor;
    /** What the rules are asked about: while a link's end is moved the link itself is not in the way. */
    const asked = () => withoutMoving(descriptor(), canvas.getState().movingLink);
    const isCard = (id: string) => getInternalNode(id) !== undefined;

    const isValidConnection: IsValidConnection = (connection) => {
      const link = linkOfConnection(connection);
      return link !== undefined && checkConnection(asked(), catalogue, link).ok;
    };

    const onConnect = (connection: Connection) => {
      const link = linkOfConnection(connection);
      if (link) store.getState().apply(connect({ link, catalogue }));
    };

    /** The link meant by a drop where React Flow found no port: on the body of a card, or on a port that refuses. */
    const meant = (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      const link = linkByDrop(event, state, descriptor(), catalogue);
      return link && isCard(link.to) && isCard(link.from) ? link : undefined;
    };

    const applyAllowed = (link: Link, operation: Operation) => {
      const check = checkConnection(asked(), catalogue, link);
      if (check.ok) applyConfirmed(store, operation);
      else refuse(say(check.reason));
    };

    /** Dropped on a card it connects, on nothing it asks what shall come there. */
    const onConnectEnd = (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      // React Flow tells of a moved end twice: `onReconnectEnd` comes next.
      if (state.isValid || canvas.getState().movingLink) return;
      const link = meant(event, state);
      if (link) applyAllowed(link, connect({ link, catalogue }));
      else canvas.getState().pick(pickingByDrop(event, state, screenToFlowPosition));
    };

    const onReconnectStart = (_: unknown, edge: Edge) => canvas.getState().moveLink(linkOfId(edge.id));

    const onReconnect = (edge: Edge, connection: Connection) => {
      const to = linkOfConnection(connection);
      if (to) applyConfirmed(store, reconnect({ from: linkOfId(edge.id), to, catalogue }));
    };

    /** An end dropped on nothing detaches the link. */
    const onReconnectEnd = (
      event: MouseEvent | TouchEvent,
      edge: Edge,
      _: unknown,
      state: FinalConnectionState,
    ) => {
      const from = linkOfId(edge.id);
      const to = meant(event, state);
      if (!state.isValid && to && !sameLink(from, to)) applyAllowed(to, reconnect({ from, to, catalogue }));
      else if (state.isValid === null && !to) detach(store, from);
      canvas.getState().moveLink(undefined);
    };

    return {
      isValidConnection,
      onConnect,
      onConnectEnd,
      // By two clicks instead of a drag.
      onClickConnectEnd: onConnectEnd,
      onReconnectStart,
      onReconnect,
      onReconnectEnd,
    };
  }, [store, canvas, getInternalNode, screenToFlowPosition]);
}

function refuse(reason: string): void {
  const id = 'connection-refused';
  // The reason of the last attempt gives way to this one's.
  notifications.hide(id);
  notifications.show({
    id,
    title: text('notConnected'),
    message: reason,
    color: 'orange',
    withBorder: true,
  });
}

function detach(store: DocumentStore, link: Link): void {
  applyConfirmed(store, disconnect({ link }), { done: () => notifyUndoable(store, text('linkRemoved')) });
}
