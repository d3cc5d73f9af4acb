import {
  type Connection,
  type Edge,
  type FinalConnectionState,
  type IsValidConnection,
  useReactFlow,
} from '@xyflow/react';
import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { catalogue } from '../../../connectors/catalogue.ts';
import { checkConnection } from '../../../flow/connection.ts';
import type { Link } from '../../../flow/graph.ts';
import { connect } from '../../../flow/operations/connect.ts';
import { disconnect } from '../../../flow/operations/disconnect.ts';
import { reconnect } from '../../../flow/operations/reconnect.ts';
import { notifyDone } from '../../ui/notify.tsx';
import { useDocumentStore } from '../document/document-context.ts';
import type { DocumentStore } from '../document/document-store.ts';
import { linkOfId } from './link-id.ts';
import { linkByDrop, linkOfConnection } from './link-of-connection.ts';

/** Drawing, moving and detaching links; stable handlers for React Flow. */
export function useConnecting() {
  const store = useDocumentStore();
  const { getInternalNode } = useReactFlow();
  return useMemo(() => {
    const descriptor = () => store.getState().descriptor;
    const isCard = (id: string) => getInternalNode(id) !== undefined;

    const isValidConnection: IsValidConnection = (connection) => {
      const link = linkOfConnection(connection);
      return link !== undefined && checkConnection(descriptor(), catalogue, link).ok;
    };

    const onConnect = (connection: Connection) => {
      const link = linkOfConnection(connection);
      if (link) store.getState().apply(connect({ link, catalogue }));
    };

    /** Dropped where React Flow found no port to connect: on the body of a card, or on a port that refuses. */
    const onConnectEnd = (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      if (state.isValid) return;
      const link = linkByDrop(event, state, descriptor(), catalogue);
      if (!link || !isCard(link.to) || !isCard(link.from)) return;
      const check = checkConnection(descriptor(), catalogue, link);
      if (check.ok) store.getState().apply(connect({ link, catalogue }));
      else refuse(check.reason);
    };

    const onReconnect = (edge: Edge, connection: Connection) => {
      const to = linkOfConnection(connection);
      if (to) store.getState().apply(reconnect({ from: linkOfId(edge.id), to, catalogue }));
    };

    /** An end dropped on nothing detaches the link. */
    const onReconnectEnd = (_: unknown, edge: Edge, __: unknown, state: FinalConnectionState) => {
      if (state.isValid === null) detach(store, linkOfId(edge.id));
    };

    return {
      isValidConnection,
      onConnect,
      onConnectEnd,
      // By two clicks instead of a drag.
      onClickConnectEnd: onConnectEnd,
      onReconnect,
      onReconnectEnd,
    };
  }, [store, getInternalNode]);
}

function refuse(reason: string): void {
  const id = 'connection-refused';
  // The reason of the last attempt gives way to this one's.
  notifications.hide(id);
  notifications.show({
    id,
    title: 'These cannot be connected',
    message: reason,
    color: 'orange',
    withBorder: true,
  });
}

function detach(store: DocumentStore, link: Link): void {
  store.getState().apply(disconnect({ link }));
  notifyDone('Link removed. Undo brings it back.');
}
