// Package conformance proves the simulated workspace by clients that were not written for it. It has no code of its
// own, only tests:
//
//   - slack-go's clients for the Web API, Socket Mode and HTTP (the Go tests here);
//   - an app on @slack/bolt, over Socket Mode and over HTTP (bolt/run.mjs, which plays the people through the API of
//     the simulator's page);
//   - the keys that Slack's own payloads and answers have (keys/, one file each, and the test that compares them with
//     what the simulator sends).
//
// make conformance runs them all. Each file of keys/ names its sources: the type definitions in Slack's own packages
// for Node, which are made from recorded answers; samples of Slack's SDK for Java; pages of Slack's documentation. Only
// the names of keys were taken, with the reason wherever the simulator lacks one. What an app sent itself (blocks,
// attachments, metadata) is not compared.
package conformance
