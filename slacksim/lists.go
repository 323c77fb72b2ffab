package slacksim

import "slices"

// list is one list of records with fields. Columns are not checked.
type list struct {
	id, name string
	app      *app
	schema   any
	items    []*listItem
}

type listItem struct {
	ID          string `json:"id"`
	ListID      string `json:"list_id"`
	DateCreated int64  `json:"date_created"`
	CreatedBy   string `json:"created_by"`
	Fields      any    `json:"fields"`
}

func (c *call) theList() (*list, error) {
	l := c.lists[or(c.args.text("list_id"), c.args.text("id"))]
	if l == nil || l.app != c.app {
		return nil, fail("list_not_found")
	}
	return l, nil
}

// theItem finds a record of a list.
func (c *call) theItem(id string) (*list, *listItem, error) {
	l, err := c.theList()
	if err != nil {
		return nil, nil, err
	}
	i := slices.IndexFunc(l.items, func(item *listItem) bool { return item.ID == id })
	if i < 0 {
		return nil, nil, fail("record_not_found")
	}
	return l, l.items[i], nil
}

func (c *call) createList() (object, error) {
	l := &list{name: c.args.text("name"), app: c.app}
	if l.name == "" {
		return nil, fail("invalid_arguments", "[ERROR] missing required field: name")
	}
	if _, err := c.args.decode("schema", &l.schema); err != nil {
		return nil, fail("invalid_arguments", "[ERROR] must be a list [json-pointer:/schema]")
	}
	l.id = c.nextID("F")
	c.lists[l.id] = l
	return object{"list_id": l.id, "list_metadata": object{"schema": l.schema}}, nil
}

func (c *call) updateList() (object, error) {
	l, err := c.theList()
	if err != nil {
		return nil, err
	}
	l.name = or(c.args.text("name"), l.name)
	return object{}, nil
}

// fields reads the fields of a record.
func (c *call) fields(name string) (any, error) {
	var fields []object
	if _, err := c.args.decode(name, &fields); err != nil {
		return nil, fail("invalid_arguments", "[ERROR] must be a list of fields [json-pointer:/"+name+"]")
	}
	return append([]object{}, fields...), nil
}

func (c *call) createListItem() (object, error) {
	l, err := c.theList()
	if err != nil {
		return nil, err
	}
	fields, err := c.fields("initial_fields")
	if err != nil {
		return nil, err
	}
	item := &listItem{ID: c.nextID("Rec"), ListID: l.id, DateCreated: c.now().Unix(), CreatedBy: c.app.BotUserID, Fields: fields}
	l.items = append(l.items, item)
	return object{"item": *item}, nil
}

func (c *call) listItemInfo() (object, error) {
	l, item, err := c.theItem(c.args.text("id"))
	if l == nil {
		return nil, err
	}
	return object{"list": object{"id": l.id, "name": l.name}, "record": *item}, nil
}

func (c *call) listItems() (object, error) {
	l, err := c.theList()
	if err != nil {
		return nil, err
	}
	part, next, err := page(c.args, l.items, 100, 1000)
	if err != nil {
		return nil, err
	}
	items := []listItem{}
	for _, item := range part {
		items = append(items, *item)
	}
	return object{"items": items, "response_metadata": object{"next_cursor": next}}, nil
}

// updateListItems changes cells: each names its row.
func (c *call) updateListItems() (object, error) {
	if _, err := c.theList(); err != nil {
		return nil, err
	}
	var cells []object
	if given, err := c.args.decode("cells", &cells); err != nil || !given {
		return nil, fail("invalid_arguments", "[ERROR] must be a list of cells [json-pointer:/cells]")
	}
	for _, cell := range cells {
		_, item, err := c.theItem(text(cell["row_id"]))
		if err != nil {
			return nil, err
		}
		fields, _ := item.Fields.([]object)
		kept := slices.DeleteFunc(slices.Clone(fields), func(f object) bool { return f["column_id"] == cell["column_id"] })
		item.Fields = append(kept, cell)
	}
	return object{}, nil
}

func (c *call) deleteListItems() (object, error) {
	ids := []string{c.args.text("id")}
	if c.method == "slackLists.items.deleteMultiple" {
		ids = nil
		if given, err := c.args.decode("ids", &ids); err != nil || !given {
			return nil, fail("invalid_arguments", "[ERROR] must be a list of ids [json-pointer:/ids]")
		}
	}
	for _, id := range ids {
		l, item, err := c.theItem(id)
		if err != nil {
			return nil, err
		}
		l.items = slices.DeleteFunc(l.items, func(other *listItem) bool { return other == item })
	}
	return object{}, nil
}

// shareList takes changes of who may see a list; here all may.
func (c *call) shareList() (object, error) {
	if _, err := c.theList(); err != nil {
		return nil, err
	}
	if c.args.text("channel_ids") == "" && c.args.text("user_ids") == "" {
		return nil, fail("invalid_arguments", "[ERROR] channel_ids or user_ids is needed")
	}
	return object{}, nil
}

// downloadList starts the making of a file with the list in it, which is never ready here.
func (c *call) downloadList() (object, error) {
	l, err := c.theList()
	if err != nil {
		return nil, err
	}
	if c.method == "slackLists.download.start" {
		return object{"job_id": "LeF" + l.id}, nil
	}
	return object{"status": "IN_PROGRESS"}, nil
}
