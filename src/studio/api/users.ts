import { useMutation, useQuery } from '@tanstack/react-query';
import {
  createFirstAccount,
  currentUser,
  setupState,
  signIn,
  signOut,
  signUp,
} from '../../contract/users.ts';
import { beginSession, endSession } from '../session/token.ts';
import { call } from './call.ts';
import { keys } from './keys.ts';
import { queryClient } from './query-client.ts';

type Credentials = { username: string; password: string };

/** Whether the installation still needs its first account, and whether people may sign up. */
export function useSetup() {
  return useQuery({
    queryKey: keys.setup,
    queryFn: ({ signal }) => call(setupState, { signal }),
    staleTime: Infinity,
  });
}

/** The account that is signed in. */
export function useCurrentUser() {
  return useQuery({
    queryKey: keys.user,
    queryFn: ({ signal }) => call(currentUser, { signal }),
    staleTime: Infinity,
  });
}

export function useCreateFirstAccount() {
  return useMutation({
    mutationFn: (body: Credentials) => call(createFirstAccount, { body }),
    onSuccess: ({ token }) => beginSession(token),
    // Someone else may have been first: then sign-in is what is needed.
    onError: () => queryClient.invalidateQueries({ queryKey: keys.setup }),
  });
}

export function useSignIn() {
  return useMutation({
    mutationFn: (body: Credentials) => call(signIn, { body }),
    onSuccess: ({ token }) => beginSession(token),
  });
}

export function useSignUp() {
  return useMutation({
    mutationFn: (body: Credentials) => call(signUp, { body }),
    onSuccess: ({ token }) => beginSession(token),
  });
}

export function useSignOut() {
  return useMutation({
    mutationFn: () => call(signOut),
    // Whether or not the server could be told, this browser is signed out.
    onSettled: () => endSession(),
  });
}
