import { answerAtDoor, door, refuseMethod } from '@/lib/api/door';
import { problemResponse } from '@/lib/api/problems';
import { askLibrary, LIBRARY_ROUTES, prolongSession } from '@/lib/auth/library-routes';

interface Context {
  readonly params: Promise<{ readonly all: readonly string[] }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const path = (await params).all.join('/');
  return path === 'get-session' ? answerAtDoor(request, () => prolongSession(request.headers)) : refuse(path);
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const path = (await params).all.join('/');
  const route = Object.hasOwn(LIBRARY_ROUTES, path) ? LIBRARY_ROUTES[path] : undefined;
  if (route === undefined) return refuse(path);
  return door(route.body, (body, headers) => askLibrary(path, body, headers))(request);
}

export const PUT = refuseMethod('GET', 'POST');
export const PATCH = PUT;
export const DELETE = PUT;

function refuse(path: string): Response {
  if (path === 'get-session') return refuseMethod('GET')();
  if (Object.hasOwn(LIBRARY_ROUTES, path)) return refuseMethod('POST')();
  return problemResponse({ code: 'not-found', detail: 'There is nothing at this address.' });
}
