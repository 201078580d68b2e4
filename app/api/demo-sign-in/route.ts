import { door, refuseMethod } from '@/lib/api/door';
import { signInToDemo } from '@/lib/auth/demo';
import { DemoSignIn } from '@/lib/contract/person';

export const POST = door(DemoSignIn, signInToDemo);

export const GET = refuseMethod('POST');
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;
