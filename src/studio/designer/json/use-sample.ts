import { useEffect, useState } from 'react';
import { readSample } from './read-sample.ts';
import type { SampleReading } from './sample-reading.ts';

export type SampleState = {
  /** Of the newest text that was read; it may lag behind while a large one is being read. */
  reading: SampleReading | undefined;
  /** The text that was read. */
  text: string | undefined;
  pending: boolean;
  failure?: string;
};

/** What an example holds, read in the background. */
export function useSample(text: string): SampleState {
  const [state, setState] = useState<{ text: string; reading?: SampleReading; failure?: string }>();
  useEffect(() => {
    let wanted = true;
    readSample(text).then(
      (reading) => wanted && setState({ text, reading }),
      (error: Error) => wanted && setState({ text, failure: error.message }),
    );
    return () => {
      wanted = false;
    };
  }, [text]);
  return {
    reading: state?.reading,
    text: state?.text,
    pending: state?.text !== text,
    ...(state?.failure === undefined ? {} : { failure: state.failure }),
  };
}
