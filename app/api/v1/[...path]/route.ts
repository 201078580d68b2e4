import { problemResponse } from '@/lib/api/problems';

/** What no other file here stands for: a client gets a problem, not the page a person would. */
const nothingHere = (): Response =>
  problemResponse({
    code: 'not-found',
    detail: 'The API has nothing at this address; see /api/openapi.json.',
  });

export const GET = nothingHere;
export const POST = nothingHere;
export const PUT = nothingHere;
export const PATCH = nothingHere;
export const DELETE = nothingHere;
