import { useEffect, useMemo, useState } from 'react';
import { type InputOf, inBackgroundOrHere, type JobName, type ResultOf } from './in-background.ts';

/**
 * What a job makes of an input: at once where that is quick, else in the background; meanwhile what it has made of the one
 * before, undefined at first, and not the newest; or why nothing came of it. `make` is the job itself, for what is quick and where the background cannot. `input` is to
 * stay the same object while it says the same.
 */
export function useInBackground<Name extends JobName>(
  name: Name,
  input: InputOf<Name>,
  { make, isQuick }: { make: (input: InputOf<Name>) => ResultOf<Name>; isQuick: boolean },
): { result: ResultOf<Name> | undefined; isNewest: boolean; failure: Error | undefined } {
  const atOnce = useMemo(() => (isQuick ? make(input) : undefined), [make, input, isQuick]);
  const [late, setLate] = useState<{ of: InputOf<Name>; result: ResultOf<Name> }>();
  const [failed, setFailed] = useState<{ of: InputOf<Name>; error: Error }>();
  useEffect(() => {
    if (isQuick) return undefined;
    let wanted = true;
    inBackgroundOrHere(name, input, make).then(
      (result) => wanted && setLate({ of: input, result }),
      (error: Error) => wanted && setFailed({ of: input, error }),
    );
    return () => {
      wanted = false;
    };
  }, [name, input, make, isQuick]);
  return isQuick
    ? { result: atOnce, isNewest: true, failure: undefined }
    : {
        result: late?.result,
        isNewest: late !== undefined && late.of === input,
        failure: failed?.of === input ? failed.error : undefined,
      };
}
