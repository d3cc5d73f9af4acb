import { useQuery } from '@tanstack/react-query';
import { slotsIn } from './unsent-slots.ts';

/** Milliseconds. A look at what is kept costs next to nothing, and mostly there is nothing. */
const pause = 30_000;

/** Sends, on whatever screen, work that was left unsent: now and then, and when the network or the user comes back. */
export function CatchUp() {
  useQuery({
    queryKey: ['catch-up'],
    queryFn: catchUp,
    refetchInterval: pause,
    refetchOnReconnect: 'always',
    refetchOnWindowFocus: 'always',
    retry: false,
  });
  return null;
}

async function catchUp(): Promise<Date> {
  if (slotsIn(localStorage).length > 0) {
    const { documents } = await import('./browser-documents.ts');
    await documents.catchUp();
  }
  return new Date();
}
