// Times as the reader sees them: in the reader's own zone and language, not the browser's.

const formats = new Map();

// Intl formatters are slow to make, so each is made once.
function format(reader, options) {
  const key = JSON.stringify([reader.locale, reader.tz, options]);
  if (!formats.has(key)) formats.set(key, makeFormat(reader, options));
  return formats.get(key);
}

function makeFormat(reader, options) {
  try {
    return new Intl.DateTimeFormat(reader.locale || 'en', { timeZone: reader.tz || 'UTC', ...options });
  } catch {
    return new Intl.DateTimeFormat('en', { timeZone: 'UTC', ...options }); // an unknown locale or zone must not blank the page
  }
}

/** dateOf turns a message's ts ("1700000000.000100") into a Date; fine enough to show, never to compare. */
export const dateOf = (ts) => new Date(Number(String(ts).split('.')[0]) * 1000);

/** clock is "14:05" (or as the reader's language writes it). */
export const clock = (date, reader) => format(reader, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date);

/** dayKey is equal for two times of one day in the reader's zone. */
export const dayKey = (date, reader) => format(
  { locale: 'en-CA', tz: reader.tz },
  { year: 'numeric', month: '2-digit', day: '2-digit' },
).format(date);

/** fullTime is for titles: date, seconds and zone. */
export const fullTime = (date, reader) => format(reader, { dateStyle: 'full', timeStyle: 'long' }).format(date);

/** dayName is "Today", "Yesterday" (in the reader's language) or the date with its weekday. */
export function dayName(date, reader, now = new Date()) {
  const near = relativeDay(date, reader, now);
  if (near) return near;
  const sameYear = dayKey(date, reader).slice(0, 4) === dayKey(now, reader).slice(0, 4);
  return format(reader, { weekday: 'long', day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) }).format(date);
}

function relativeDay(date, reader, now) {
  const days = Math.round((Date.parse(dayKey(date, reader)) - Date.parse(dayKey(now, reader))) / 86400000);
  if (Math.abs(days) > 1) return '';
  const text = new Intl.RelativeTimeFormat(reader.locale || 'en', { numeric: 'auto' }).format(days, 'day');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** ago is "5 minutes ago" in the reader's language. */
export function ago(date, reader, now = new Date()) {
  const seconds = Math.round((date - now) / 1000);
  const steps = [[60, 'second', 1], [3600, 'minute', 60], [86400, 'hour', 3600], [Infinity, 'day', 86400]];
  const [, unit, size] = steps.find(([below]) => Math.abs(seconds) < below);
  return new Intl.RelativeTimeFormat(reader.locale || 'en', { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}

const DATE_TOKENS = {
  date_num: (d, r) => dayKey(d, r),
  date: (d, r) => format(r, { year: 'numeric', month: 'long', day: 'numeric' }).format(d),
  date_short: (d, r) => format(r, { year: 'numeric', month: 'short', day: 'numeric' }).format(d),
  date_long: (d, r) => format(r, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }).format(d),
  time: clock,
  time_secs: (d, r) => format(r, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(d),
  ago,
};

/** slackDate fills a template such as "{date_short_pretty} at {time}"; unknown tokens stay as they are. */
export function slackDate(template, seconds, reader) {
  const date = new Date(seconds * 1000);
  return template.replace(/\{(\w+)\}/g, (whole, name) => {
    const pretty = name.endsWith('_pretty') && relativeDay(date, reader, new Date());
    if (pretty) return pretty.toLowerCase();
    const token = DATE_TOKENS[name.replace(/_pretty$/, '')];
    return token ? token(date, reader) : whole;
  });
}

/** zoneSeconds reads "2026-06-15T09:00" as a wall clock in the zone and returns seconds since 1970. */
export function zoneSeconds(local, tz) {
  const asUTC = Date.parse(`${local}:00Z`);
  // Twice, because the offset at the first guess may be that of the other side of a clock change.
  let guess = asUTC - offset(asUTC, tz);
  guess = asUTC - offset(guess, tz);
  return Math.floor(guess / 1000);
}

/** zoneLocal is the inverse of zoneSeconds. */
export function zoneLocal(seconds, tz) {
  return new Date(seconds * 1000 + offset(seconds * 1000, tz)).toISOString().slice(0, 16);
}

function offset(ms, tz) {
  const parts = format(
    { locale: 'en', tz },
    { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' },
  ).formatToParts(new Date(ms));
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) - Math.floor(ms / 1000) * 1000;
}
