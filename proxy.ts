import { NextResponse, type NextRequest } from 'next/server';

/**
 * Every page gets a content security policy with a nonce of its own, which the framework puts on its scripts. A script
 * that somebody smuggled into a text could not run even if it were ever written out as markup.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = pagePolicy(makeNonce());
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

/** 128 bits; btoa because the value stands in an attribute. */
const makeNonce = (): string => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));

function pagePolicy(nonce: string): string {
  const isDevelopment = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    // Reload in development evaluates code; what is served to people never does.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // Positions of cards and popovers are style attributes, which no nonce can name.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Pages only: the API's bodies must not pass through here, and its answers carry policies of their own. */
export const config = {
  matcher: ['/((?!api/|_next/|public/reports/|icon\\.svg|healthz|readyz).*)'],
};
