package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"steward/internal/devstack"
)

// TestBrowser plays people at the page of the simulated workspace, in a real
// browser, and goes with them through all that Steward is for.
func TestBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	for name, size := range map[string]struct{ width, height int64 }{
		"desktop": {1280, 800},
		"phone":   {390, 844},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			steward := newRig(t).start()
			v := newVisitor(steward, size.width, size.height)
			v.asks()
			v.answersBreach()
			v.escalates()
			v.answersSurvey()
			v.looksHome()
			v.console.check(t)
		})
	}
}

// asks asks who is responsible, in both languages, and what else can be asked.
func (v *visitor) asks() {
	v.be("emily.carter")
	v.open("channel-helpdesk")
	v.say("@steward who handles the Orion payroll SLA?")
	v.readsThread("who handles the Orion payroll", "SLA-ORION-HR", "林梅", "Service Level Administrator")
	v.be("sun.li")
	v.open("channel-helpdesk")
	v.say("@steward 谁负责签订 OLA？")
	v.readsThread("谁负责签订", "王芳")
	v.say("/sla help")
	v.reads("/sla feedback")
}

// answersBreach finds out about a breach as the person responsible, and takes
// it on.
func (v *visitor) answersBreach() {
	v.be("mei.lin")
	v.open("dm-steward")
	v.steward.measure(failing("SLA-ORION-HR", "availability"))
	v.reads("SLA-ORION-HR", "您的身份")
	v.click("button-explain.1")
	v.reads("计算依据", "outage/SLA-ORION-HR/availability")
	v.click("button-acknowledge.0")
	v.reads("已于", "确认。")
	v.gone("button-acknowledge.0")
}

// escalates passes a breach on, and sees it arrive at the next person's.
func (v *visitor) escalates() {
	v.steward.measure(failing("SLA-ORION-HR", "payslips-on-time"))
	v.click("button-escalate.2")
	v.reads("工资条准时率", "@Jonas Weber")
	v.be("jonas.weber")
	v.open("dm-steward")
	v.reads("payslips on time", "@林梅")
	v.click("button-acknowledge.0")
	v.reads("Acknowledged by you")
}

// answersSurvey asks how satisfied people are, answers as one of them, and
// reads what came back.
func (v *visitor) answersSurvey() {
	v.be("mei.lin")
	v.open("channel-orion-payroll")
	v.say("/sla survey SLA-ORION-HR")
	v.reads("调查已发起")
	v.be("emily.carter")
	v.open("dm-steward")
	v.reads("How satisfied are you with")
	v.click("button-rate.3")
	v.types("input-comment", "Payslips come on time & in full.")
	v.click("modal-submit")
	v.gone("modal")
	v.reads("Thank you for your answer", "4 Satisfied", "Payslips come on time & in full.")
	v.be("mei.lin")
	v.open("channel-orion-payroll")
	v.say("/sla feedback SLA-ORION-HR")
	v.reads("的满意度反馈", "4.00", "Payslips come on time & in full.")
}

// looksHome looks at what Steward says is one's own.
func (v *visitor) looksHome() {
	v.open("dm-steward")
	v.click("home-tab")
	v.shows("home", "与我相关", "SLA-ORION-HR")
	v.click("messages-tab")
	v.reads("已于", "确认。")
}

// stepTime is how long one thing on the page may take.
const stepTime = 20 * time.Second

// a visitor uses the page as somebody with a mouse and a keyboard does, and is
// one person after the other.
type visitor struct {
	steward *running
	ctx     context.Context
	phone   bool
	console *console
}

func newVisitor(steward *running, width, height int64) *visitor {
	t := steward.t
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium(t)),
		chromedp.Flag("no-sandbox", os.Geteuid() == 0), // root has none
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-domain-reliability", true),
		chromedp.Flag("no-pings", true),
		chromedp.Flag("lang", "en"),
		chromedp.WindowSize(int(width), int(height)),
	)
	// The browser ends with the test and not before, hence a context of its own.
	browser, end := chromedp.NewExecAllocator(context.WithoutCancel(t.Context()), options...)
	t.Cleanup(end)
	ctx, closeTab := chromedp.NewContext(browser)
	t.Cleanup(closeTab)
	v := &visitor{steward: steward, ctx: ctx, phone: width <= 760, console: &console{}}
	// The first action starts the browser, which would end with a time limit.
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, height)); err != nil {
		t.Fatalf("start the browser: %v", err)
	}
	v.console.listen(ctx)
	page := strings.TrimSuffix(steward.settings.APIURL, "api/")
	v.do("open the page", chromedp.Navigate(page))
	return v
}

// chromium finds a browser, or fails and says what would help.
func chromium(t testing.TB) string {
	t.Helper()
	if path := os.Getenv("CHROMIUM"); path != "" {
		return path
	}
	path, err := devstack.Chromium(t.Context(), devstack.Options{Setup: os.Getenv("SETUP") == "1"})
	if err != nil {
		t.Fatalf("this test drives a browser: %v.\nInstall one (apt-get install chromium fonts-noto-cjk, or brew install --cask chromium), "+
			"say where it is with CHROMIUM=/path, or leave this test out with -short", err)
	}
	return path
}

// do does something on the page within stepTime. When it fails, the test shows
// what stood on the page.
func (v *visitor) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	v.steward.t.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, stepTime)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		v.fail(what, err)
	}
}

func (v *visitor) fail(what string, err error) {
	v.steward.t.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, stepTime)
	defer cancel()
	text, _ := chromedp.Run(ctx, chromedp.Evaluate[string](`location.hash + '\n' + document.body.innerText`)) // the first error counts
	v.steward.t.Fatalf("%s: %v\non the page:\n%s", what, err, text)
}

// test gives the selector of a test id.
func test(id string) string { return fmt.Sprintf("[data-testid=%q]", id) }

// click clicks the first thing with the test id, as soon as it can be clicked.
func (v *visitor) click(id string) {
	v.steward.t.Helper()
	v.clickOn(test(id))
}

// clickOn clicks at a place and not at a node: the page may draw itself anew
// meanwhile, which nobody with a mouse would notice. What is covered by
// something else cannot be clicked.
func (v *visitor) clickOn(selector string) {
	v.steward.t.Helper()
	at := await[[]float64](v, "click "+selector, fmt.Sprintf(`((node) => {
		if (!node || node.disabled) return null;
		node.scrollIntoView({block: 'nearest'});
		const box = node.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
		return node.contains(document.elementFromPoint(x, y)) ? [x, y] : null;
	})(document.querySelector(%s))`, quoted(selector)))
	v.do("click "+selector, chromedp.MouseClickXY(at[0], at[1]))
}

func (v *visitor) types(id, text string) {
	v.steward.t.Helper()
	v.click(id)
	v.do("type into "+id, chromedp.KeyEvent(text))
}

// gone waits until something is not on the page any more.
func (v *visitor) gone(id string) {
	v.steward.t.Helper()
	v.await("gone: "+id, "!document.querySelector("+quoted(test(id))+")")
}

// be becomes another person, by their handle.
func (v *visitor) be(handle string) {
	v.steward.t.Helper()
	v.menu()
	v.click("person-picker")
	v.types("person-search", handle)
	v.click("person-" + handle)
	// Until the side is drawn for the new person, its rows lead to the old one's rooms.
	v.await("be "+handle, fmt.Sprintf("document.querySelector('.side-row').hash.includes(%s)", quoted("as="+handle)))
}

// open opens a channel or direct messages, by its row at the side.
func (v *visitor) open(row string) {
	v.steward.t.Helper()
	v.menu()
	v.click(row)
	v.await("open "+row, `document.querySelector('[data-testid='+CSS.escape(`+quoted(row)+`)+']')?.ariaCurrent === 'page'`)
}

// menu shows the side on a phone, where it hides.
func (v *visitor) menu() {
	if v.phone {
		v.steward.t.Helper()
		v.click("menu")
	}
}

// say writes something into the open channel and sends it.
func (v *visitor) say(text string) {
	v.steward.t.Helper()
	v.types("composer", text)
	v.click("send")
}

// reads waits until all the texts stand in one message.
func (v *visitor) reads(texts ...string) {
	v.steward.t.Helper()
	v.shows("message", texts...)
}

// shows waits until all the texts stand in one of the things with the test id.
func (v *visitor) shows(id string, texts ...string) {
	v.steward.t.Helper()
	v.await(fmt.Sprintf("read %q in %s", texts, id), having("[data-testid="+id+"]", texts)+".length > 0")
}

// readsThread opens the thread of the message with the text, once there is
// one, finds the texts in it, and closes it.
func (v *visitor) readsThread(message string, texts ...string) {
	v.steward.t.Helper()
	found := having("#room [data-testid=message]:has([data-testid=thread-summary])", []string{message})
	ts := await[string](v, "an answer to "+message, found+".at(-1)?.dataset.ts")
	v.clickOn(fmt.Sprintf("#room [data-ts=%q] [data-testid=thread-summary]", ts))
	v.await(fmt.Sprintf("read %q in the thread", texts), having("[data-testid=thread-pane] [data-testid=message]", texts)+".length > 0")
	v.click("thread-close")
	v.gone("thread-pane")
}

// await waits until an expression is true on the page.
func (v *visitor) await(what, expression string) {
	v.steward.t.Helper()
	await[bool](v, what, expression)
}

// await waits until an expression is something on the page, and gives it.
func await[T any](v *visitor, what, expression string) T {
	v.steward.t.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, stepTime)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Poll[T](expression, chromedp.WithPollingInterval(20*time.Millisecond)))
	if err != nil {
		v.fail(what, err)
	}
	return value
}

// having is an expression for the elements in which all the texts stand.
func having(selector string, texts []string) string {
	return fmt.Sprintf(`[...document.querySelectorAll(%s)].filter((node) => %s.every((text) => node.textContent.includes(text)))`,
		quoted(selector), quoted(texts))
}

// quoted writes a value as JavaScript does.
func quoted(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // strings can always be written
	}
	return string(text)
}

// a console gathers what the page complains about.
type console struct {
	mu    sync.Mutex
	wrong []string
}

func (c *console) listen(ctx context.Context) {
	messages := chromedp.Console(ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return // the browser ended
			}
			if m.Type == chromedp.ConsoleError || m.Type == chromedp.ConsoleWarning || m.IsException() {
				c.mu.Lock()
				c.wrong = append(c.wrong, m.String()+" "+m.URL)
				c.mu.Unlock()
			}
		}
	}()
}

func (c *console) check(t *testing.T) {
	t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, complaint := range c.wrong {
		t.Errorf("the page complains: %s", complaint)
	}
}
