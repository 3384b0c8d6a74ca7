import { AMEND, APPLY, DISPLAY, FOLLOW, SEARCH, VERIFY } from '@zhaoshi/portal/paths';
import { FILE_ANSWER, PAGE_ANSWER } from '../http/prepared-body.ts';
import { SECURITY_HEADERS } from '../http/security-headers.ts';

/** Files beside the trees: one to be included in `http { }`, one in `server { }`. */
export const NGINX_HTTP = 'nginx-http.conf';
export const NGINX_SERVER = 'nginx-server.conf';

export const NOT_FOUND_FILE = '_pages/not-found.html';
export const UNAVAILABLE_FILE = '_pages/unavailable.html';

/** Types by the ends of the files' names, as the server sends them. */
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** A value in quotes; ours hold neither double quotes nor dollars. */
const quoted = (value: string): string => `"${value}"`;

/** An encoding that the reader takes; `q=0` refuses it. */
const takes = (encoding: string): string =>
  `"~*(?:^|,)\\s*${encoding}\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[0-9.]+\\s*)?(?:,|$)" ${encoding};`;

/** Maps, which nginx allows in `http { }` only. */
export const nginxHttp = (): string => `# Made by zhaoshi with each update of the mirror: changes are lost.
map $http_accept_encoding $zhaoshi_accepted {
  default identity;
  ${takes('br')}
  ${takes('gzip')}
}
# These are compressed in themselves and lie in one tree only.
map $uri $zhaoshi_tree {
  default $zhaoshi_accepted;
  "~\\.(?:docx|pdf|xlsx)$" identity;
}
map $zhaoshi_tree $zhaoshi_content_encoding {
  default "";
  br br;
  gzip gzip;
}
map $uri $zhaoshi_cache_control {
  default ${quoted(PAGE_ANSWER.control)};
  "~^/assets/" "public, max-age=31536000, immutable";
  /favicon.svg "public, max-age=86400";
}
map $uri $zhaoshi_vary {
  default ${quoted(PAGE_ANSWER.vary)};
  "~\\.(?:css|js|svg|txt|xml|atom|json|csv|pdf|docx|xlsx)$" ${quoted(FILE_ANSWER.vary)};
}
map $uri $zhaoshi_disposition {
  default "";
  "~^/[a-z0-9-]+/(?<zhaoshi_organ>[a-z0-9-]+)/annual-reports/(?<zhaoshi_year>[0-9]+)/report\\.(?<zhaoshi_format>[a-z]+)$" 'attachment; filename="$zhaoshi_organ-$zhaoshi_year.$zhaoshi_format"';
  "~^/[a-z0-9-]+/(?<zhaoshi_organ>[a-z0-9-]+)/annual-reports/(?<zhaoshi_year>[0-9]+)/versions/(?<zhaoshi_version>[0-9]+)/report\\.(?<zhaoshi_format>[a-z]+)$" 'attachment; filename="$zhaoshi_organ-$zhaoshi_year-v$zhaoshi_version.$zhaoshi_format"';
}
`;

const security = (indent: string): string =>
  Object.entries(SECURITY_HEADERS)
    .map(([name, value]) => `${indent}add_header ${name} ${quoted(value)} always;\n`)
    .join('');

/**
 * The site from the mirror alone. Only the standard display is mirrored; the switch of the display, the search and what
 * applicants do need the server and say that they cannot be used now, unless the operator puts `proxy_pass` in their
 * place.
 */
export function nginxServer(folder: string): string {
  const types = Object.entries(TYPES)
    .map(([end, type]) => `    ${quoted(type)} ${end};\n`)
    .join('');
  const page = (file: string) => `  location = /${file} {
    internal;
    root ${quoted(`${folder}/identity`)};
    default_type "text/html; charset=utf-8";
    types { }
    add_header cache-control "no-store" always;
${security('    ')}  }
`;
  return `# Made by zhaoshi with each update of the mirror: changes are lost.
  charset off;
  gzip off;
  location / {
    limit_except GET { deny all; }
    root ${quoted(`${folder}/$zhaoshi_tree`)};
    try_files $uri/index.html $uri =404;
    types {
${types}    }
    add_header cache-control $zhaoshi_cache_control;
    add_header vary $zhaoshi_vary;
    add_header content-encoding $zhaoshi_content_encoding;
    add_header content-disposition $zhaoshi_disposition;
${security('    ')}  }
  location ~ "/feed\\.json$" {
    limit_except GET { deny all; }
    root ${quoted(`${folder}/$zhaoshi_tree`)};
    try_files $uri =404;
    types { }
    default_type "application/feed+json; charset=utf-8";
    add_header cache-control $zhaoshi_cache_control;
    add_header vary $zhaoshi_vary;
    add_header content-encoding $zhaoshi_content_encoding;
${security('    ')}  }
  location ~ "/documents/[^/]+/(?:files/[0-9]+|text\\.[a-z]+)$" { return 503; }
  location ~ "^/[^/]+/organs/open-data(?:/|$)" { return 503; }
  location = ${DISPLAY} { return 503; }
  location = ${SEARCH} { return 503; }
${[APPLY, FOLLOW, AMEND, VERIFY].map((path) => `  location ~ "^${path}(?:/|$)" { return 503; }\n`).join('')}  location ^~ /_pages/ { return 404; }
  error_page 403 404 405 /${NOT_FOUND_FILE};
  error_page 503 /${UNAVAILABLE_FILE};
${page(NOT_FOUND_FILE)}${page(UNAVAILABLE_FILE)}`;
}
