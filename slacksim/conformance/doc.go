// Package conformance proves the simulated workspace by clients that were not written for it. It has no code of its
// own, only tests:
//
//   - slack-go's clients for the Web API, Socket Mode and HTTP (the Go tests here);
//   - an app on @slack/bolt, over Socket Mode and over HTTP (bolt/run.mjs, which plays the people through the API of
//     the simulator's page);
//   - the keys that Slack's own payloads and answers have (keys/, one file each, and the test that compares them with
//     what the simulator sends).
//
// make conformance runs them all.
package conformance
